/** Everything that the package exports, in use: a test sees to it that no value is forgotten. */
import * as sdk from "confluent-cloud-sdk";
import {
  api,
  apiKey,
  bearerToken,
  createClient,
  createClientFor,
  encodeBody,
  githubActionsToken,
  hasStatus,
  logEvents,
  noAuth,
  orgV2,
  Paginated,
  pimV1,
  pimV2,
  shareRateLimit,
  readEventStream,
  readJsonEventStream,
  readJsonStream,
  serializeForm,
  serializeMultipart,
  serializeStyledForm,
  serializeStyledHeaders,
  serializeStyledPath,
  serializeStyledQuery,
  stsToken,
  stsV1,
  tokenFile,
  waitUntil,
  type Api,
  type BaseClientOptions,
  type ApiPromise,
  type Auth,
  type BodyTypes,
  type CallOptions,
  type ClientEvent,
  type ClientOptions,
  type ClientOverrides,
  type ConfluentClient,
  type DataWithResponse,
  type Fetch,
  type FormFormat,
  type HeaderSerializer,
  type Page,
  type PathSerializer,
  type QuerySerializer,
  type ReadStream,
  type paths,
  type Resources,
  type ServiceClientOptions,
  type UnknownKind,
} from "confluent-cloud-sdk";
import type { ClientOptions as OpenapiFetchOptions } from "openapi-fetch";
import createDropIn, {
  createPathBasedClient,
  createQuerySerializer,
  type Client,
  type DropInClient,
  type PathBasedClient,
} from "confluent-cloud-sdk/openapi-fetch";
import * as pim from "confluent-cloud-sdk/pim-v1";
import type { Integration as Draft } from "confluent-cloud-sdk/pim-v2";

export type * from "confluent-cloud-sdk";
export type * as org from "confluent-cloud-sdk/org-v2";
export type * as sts from "confluent-cloud-sdk/sts-v1";

/** What tables of operations refer to, as generated code does. */
export const readers: ReadStream[] = [readEventStream, readJsonEventStream, readJsonStream];
export const body: BodyTypes = {
  encode: encodeBody,
  formats: {
    "multipart/form-data": { serialize: serializeMultipart },
    "application/x-www-form-urlencoded": { serialize: serializeStyledForm },
    "text/plain": "raw",
  },
};
export const plainForm: FormFormat = { serialize: serializeForm };
export const styles: [QuerySerializer, PathSerializer, HeaderSerializer] = [
  serializeStyledQuery,
  serializeStyledPath,
  serializeStyledHeaders,
];

const ways: Auth[] = [
  apiKey({ key: "key", secret: "secret" }),
  bearerToken("token"),
  bearerToken(({ signal }) => Promise.resolve(signal.aborted ? "late" : "token")),
  stsToken({ identityPoolId: "pool-12345", subjectToken: "jwt", expiresInSeconds: 900 }),
  stsToken({ identityPoolId: "pool-12345", subjectToken: githubActionsToken({ audience: "confluent" }) }),
  stsToken({ identityPoolId: "pool-12345", subjectToken: tokenFile("/var/run/token") }),
];

const withTrace: Fetch = (request, init) => {
  request.headers.set("X-Trace-Id", "1");
  return fetch(request, init);
};

const everything: ClientOptions = {
  baseUrl: "https://api.confluent.cloud",
  fetch: withTrace,
  timeoutMs: 30_000,
  totalTimeoutMs: 120_000,
  maxConcurrency: 10,
  rateLimiter: shareRateLimit({
    acquire: ({ signal }) => (signal.aborted ? 1_000 : 0),
    update: ({ status }) => status,
  }),
  userAgent: "surface/1.0",
  headers: { "X-Trace-Id": "1", Accept: null },
  retry: { maxRetries: 4, baseDelayMs: 500, maxDelayMs: 8_000, maxRetryAfterMs: 60_000 },
  logger: console,
  logLevel: "info",
  onEvent: (event) => console.log(textOf(event)),
};

function textOf(event: ClientEvent): string {
  switch (event.type) {
    case "request":
      return `${event.method} ${event.url}`;
    case "response":
      return `${event.status ?? event.error ?? ""} in ${event.durationMs} ms`;
    case "retry":
      return `${event.operation} again in ${event.delayMs} ms`;
    case "page":
      return `${event.items} of ${event.totalSize ?? "?"}`;
    case "pause":
      return `${event.delayMs} ms`;
    case "rateLimiter":
      return event.available ? "available" : `not available: ${event.error}`;
  }
}

export const clients: ConfluentClient[] = ways.map((auth) => createClient({ ...everything, auth }));
export const ofServices = ways.map((auth) => [
  createClientFor(orgV2, { auth }).org.v2.environments.list(),
  createClientFor(pim.pimV1, { auth }).pim.v1.integrations.list({ environment: "env-00000" }),
  createClientFor(pimV2, { auth }).pim.v2.integrations.list({ environment: "env-00000" }),
  createClientFor(stsV1, { auth }).sts.v1,
]);
export const base: BaseClientOptions = everything;

const serviceOptions: ServiceClientOptions = {
  auth: apiKey({ key: "key", secret: "secret" }),
  onEvent: logEvents(console, "info"),
};
export const ofOneService: ConfluentClient<typeof pimV1> = createClientFor(pimV1, serviceOptions);
export const ofTwoServices: ConfluentClient<[typeof orgV2, typeof pimV1]> = createClientFor(
  [orgV2, pimV1],
  serviceOptions,
);
const whole: Api<paths, Resources> = api;
export const ofAll: ConfluentClient = createClient({ api: whole });
export const ofOwnPaths: DropInClient<paths> = createDropIn<paths>({
  baseUrl: "https://registry.example",
  auth: noAuth(),
  querySerializer: { array: { style: "form", explode: false } },
  headers: new Headers({ "X-Team": "data" }),
  credentials: "include",
  retry: { maxRetries: 2 },
});
/** What openapi-fetch's own client is declared as, options and all, holds for the drop-in. */
export const asOpenapiFetch: (options?: OpenapiFetchOptions) => Client<paths> = createDropIn<paths>;
export const byPath: PathBasedClient<paths> = createPathBasedClient<paths>({ baseUrl: "" });
export const serialize: (query: { tags: string[] }) => string = createQuerySerializer();

export async function resources(confluent: ConfluentClient, options: CallOptions): Promise<void> {
  const [environment] = await confluent.org.v2.environments.list().toArray({ limit: 1 });
  if (environment === undefined) return;
  await confluent.org.v2.environments.get(environment.id, undefined, options);
  await confluent.org.v2.organizations.list().toArray();

  const query = { environment: environment.id };
  const config: pim.IntegrationConfigInput = {
    kind: "AwsIntegrationConfig",
    customer_iam_role_arn: "arn:aws:iam",
  };
  const body: pim.IntegrationCreate = { display_name: "new", provider: "ALIBABA", config, environment };
  const newer: pim.IntegrationConfigInput = { kind: "NewIntegrationConfig" as UnknownKind, anything: [1] };
  const created = await confluent.pim.v1.integrations.create({ ...body, config: newer }, options);
  const list = confluent.pim.v1.integrations.list({ ...query, provider: "AWS" });
  console.log(list instanceof Paginated, created.usages?.length);
  for await (const page of list.pages()) console.log(sizeOf(page), page.nextPageToken, page.response.status);

  const second: Draft[] = await confluent.pim.v2.integrations.list(query).toArray();
  for (const { id, config: kind } of second) console.log(id, kind?.kind);
  const seen = await waitUntil(() => confluent.pim.v1.integrations.get(created.id, query), {
    timeoutMs: 1_000,
  });
  console.log(seen.id, confluent.rateLimit?.remaining);
}

const overrides: ClientOverrides = {
  timeoutMs: 120_000,
  retry: false,
  headers: { "X-Team": "data", Accept: null },
};

export async function responses(confluent: ConfluentClient): Promise<DataWithResponse<pim.Integration>> {
  const patient: ConfluentClient = confluent.withOptions(overrides);
  const got: ApiPromise<pim.Integration> = patient.pim.v1.integrations.get("cspi-00000", {
    environment: "env-00000",
  });
  const { data, response, requestId } = await got.withResponse();
  console.log(data.id, response.headers.get("Location"), requestId ?? "");
  return got.withResponse();
}

function sizeOf<T>({ data, totalSize }: Page<T>): number {
  return totalSize ?? data.length;
}

export async function onPaths(confluent: ConfluentClient): Promise<void> {
  const params = { path: { id: "cspi-00000" }, query: { environment: "env-00000" } };
  const result = await confluent.GET("/pim/v1/integrations/{id}", { params });
  if (hasStatus(result, 404)) console.log(result.error.errors[0]?.detail);
  await confluent.DELETE("/pim/v1/integrations/{id}", { params, headers: { "X-Trace-Id": "1" } });
  await confluent.PATCH("/org/v2/environments/{id}", {
    params: { path: { id: "env-00000" } },
    body: { display_name: "renamed" },
  });
  confluent.use({ onRequest: ({ request }) => request });
}

export function explain(error: unknown): string {
  if (error instanceof sdk.BadRequestError || error instanceof sdk.UnprocessableEntityError)
    return error.errors.map(({ source }) => source?.pointer ?? "").join();
  if (error instanceof sdk.AuthenticationError || error instanceof sdk.PermissionDeniedError)
    return `${error.status} ${error.requestId ?? ""}`;
  if (error instanceof sdk.NotFoundError || error instanceof sdk.ConflictError)
    return error.headers.get("Location") ?? "";
  if (error instanceof sdk.RateLimitError || error instanceof sdk.QuotaExceededError)
    return `${error.retryAfterMs ?? 0} ms`;
  if (error instanceof sdk.ServerError) return `${error.attempts.length} attempts`;
  if (error instanceof sdk.ApiError) return String(error.body);
  if (error instanceof sdk.PaginationError) return error.pageToken ?? "";
  if (error instanceof sdk.ConnectionError || error instanceof sdk.TimeoutError)
    return error.maybeApplied ? "look before you repeat it" : error.message;
  if (error instanceof sdk.ResponseFormatError || error instanceof sdk.ConfigurationError)
    return error.message;
  return error instanceof sdk.ConfluentError ? (error.operation ?? "") : "not ours";
}
