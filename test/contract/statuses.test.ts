import { afterAll, describe, expect, test } from "vitest";
import { noAuth, ServerError, type ApiError } from "../../src/index.js";
import * as sdk from "../../src/index.js";
import { callResource, smallestCall } from "./calls.js";
import { contractClient, credentials, type ContractServer } from "./client.js";
import { documents, operations, type DeclaredResponse, type DocumentedOperation } from "./document.js";
import { inBatches } from "./in-batches.js";

const classes: Record<number, typeof ApiError> = {
  400: sdk.BadRequestError,
  401: sdk.AuthenticationError,
  402: sdk.QuotaExceededError,
  403: sdk.PermissionDeniedError,
  404: sdk.NotFoundError,
  409: sdk.ConflictError,
  422: sdk.UnprocessableEntityError,
  429: sdk.RateLimitError,
};

let calls = 0;
const exercised = { operations: new Set<string>(), statuses: new Set<string>(), schemes: new Set<string>() };
afterAll(() => {
  const statuses = operations.flatMap(({ responses }) => Object.keys(responses));
  console.log(
    `Contract: ${documents.size} services, ${exercised.operations.size} of ${operations.length} operations, ` +
      `${exercised.statuses.size} of ${statuses.length * 2} statuses on two servers, ${exercised.schemes.size} security schemes: ${calls} calls`,
  );
  // On both servers.
  expect(exercised.statuses.size).toBe(statuses.length * 2);
});

describe.each(["checked", "fake"] as const)("on the server %s", (server) => {
  test.for(operations)("$operationId resolves or rejects as each status says", async (operation) => {
    const schemes = Object.entries(operation.schemes);
    const tries = Object.keys(operation.responses).flatMap((status) =>
      (schemes.length > 0 ? schemes : [["no credentials", undefined] as const]).map(
        ([scheme, kind]) => [status, scheme, kind] as const,
      ),
    );
    await inBatches(tries, async ([status, scheme, kind]) => {
      const auth = kind ? credentials[kind] : noAuth();
      await tryStatus(server, operation, status, auth, `${operation.operationId} ${status}, ${scheme}`);
      exercised.schemes.add(scheme);
    });
  });
});

async function tryStatus(
  server: ContractServer,
  operation: DocumentedOperation,
  declaredStatus: string,
  auth: sdk.Auth,
  what: string,
): Promise<void> {
  const { operationId, responses: declaredResponses } = operation;
  const declared = declaredResponses[declaredStatus] ?? {};
  const status = statusOf(declaredStatus);
  const { confluent, method, prepare, responses, violations } = contractClient(server, operation, { auth });
  const options = { headers: { Prefer: `code=${status}` } };
  const outcome = await callResource(confluent, method, prepare(smallestCall(operation)), options).catch(
    (error: unknown) => error,
  );

  if (responses.length === 0) throw new Error(`${what}: no request was sent`, { cause: outcome });
  expect(
    responses.map((response) => response.status),
    what,
  ).toEqual([status]);
  expect(violations(), what).toEqual([]);
  const names = Object.keys(declared.headers ?? {});
  expect(
    names.filter((name) => responses[0]?.headers.get(name) == null),
    `${what}: headers that lack`,
  ).toEqual([]);
  if (status >= 300) expectFailure(operationId, status, declared, outcome as ApiError, what);
  else expectData(declared, outcome, what);
  calls++;
  exercised.operations.add(operationId);
  exercised.statuses.add(`${server} ${operationId} ${declaredStatus}`);
}

/** `default` and `5XX` stand for several statuses; one of them is tried. */
function statusOf(declared: string): number {
  return declared === "default" ? 500 : Number(declared.replace("XX", "03"));
}

function expectData(declared: DeclaredResponse, outcome: unknown, what: string): void {
  if (outcome instanceof Error) throw new Error(what, { cause: outcome });
  if (!declared.content) expect(outcome, what).toBeUndefined();
  else expect(outcome, what).toBeDefined();
}

function expectFailure(
  operationId: string,
  status: number,
  { headers = {}, content = {} }: DeclaredResponse,
  error: ApiError,
  what: string,
): void {
  expect(error, what).toBeInstanceOf(classes[status] ?? (status >= 500 ? ServerError : sdk.ApiError));
  expect(error, what).toMatchObject({ status, operation: operationId });
  expect(error.message).toContain(operationId);
  if ("X-Request-Id" in headers) expect(error.requestId, what).toBe(error.headers.get("x-request-id"));
  const hasJson = Object.keys(content).some((type) => type.includes("json"));
  expect(error.errors.length > 0, `${what}: errors`).toBe(hasJson);
  if ("Retry-After" in headers) expect(error.retryAfterMs, what).toBe(1000);
}
