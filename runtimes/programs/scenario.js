/**
 * A program that uses the SDK, in JavaScript that every runtime loads unchanged. It returns what it saw; expected.js has what
 * that should be.
 *
 * @param sdk the module `confluent-cloud-sdk`, as the runtime loaded it
 * @param baseUrl the URL of server.js
 */
export async function scenario(sdk, baseUrl) {
  const { ConfluentError, NotFoundError, TimeoutError, apiKey, createClient, stsToken, tokenFile } = sdk;
  const environment = "env-00000";
  const auth = apiKey({ key: "key", secret: "secret" });
  const confluent = createClient({ baseUrl, auth, userAgent: "scenario/1.0" });
  const { integrations } = confluent.pim.v1;
  const listed = async (client) => idsOf(await client.pim.v1.integrations.list({ environment }).toArray());

  const pages = [];
  for await (const { data } of integrations.list({ environment }).pages()) pages.push(idsOf(data));

  const created = await integrations.create({
    display_name: "made here: ü → 🙂",
    provider: "AWS",
    config: { kind: "AwsIntegrationConfig", customer_iam_role_arn: "arn:aws:iam::111111111111:role/reader" },
    environment: { id: environment },
  });
  const got = await integrations.get(created.id, { environment });
  const nothing = await integrations.delete(created.id, { environment });

  const missing = await failureOf(integrations.get(created.id, { environment }));
  const onPath = await confluent.GET("/pim/v1/integrations/{id}", {
    params: { path: { id: created.id }, query: { environment } },
  });

  const retries = [];
  const patient = createClient({
    baseUrl,
    auth,
    onEvent: (event) => event.type === "retry" && retries.push(event.reason),
  });
  const busy = await patient.pim.v1.integrations.get("cspi-busy", { environment });

  const reason = new Error("changed my mind");
  const controller = new AbortController();
  const abandoned = failureOf(
    integrations.get("cspi-silent", { environment }, { signal: controller.signal }),
  );
  setTimeout(() => controller.abort(reason), 50);
  const hasty = { timeoutMs: 50, retry: false };
  const late = await failureOf(integrations.get("cspi-silent", { environment }, hasty));

  const moved = await valueOf(integrations.get("cspi-moved", { environment }).then(({ id }) => id));
  const elsewhere = await valueOf(integrations.get("cspi-elsewhere", { environment }));
  const writeElsewhere = await valueOf(confluent.org.v2.environments.create({ display_name: "elsewhere" }));

  const exchanging = (subjectToken) =>
    createClient({ baseUrl, auth: stsToken({ identityPoolId: "pool-12345", subjectToken }) });
  const tokens = exchanging("header.payload.signature");
  const withToken = await Promise.all([listed(tokens), listed(tokens)]);
  let withTokenFile;
  try {
    withTokenFile = await listed(exchanging(tokenFile("subject-token")));
  } catch (error) {
    withTokenFile = error.name;
  }

  const noCredentials = await failureOf(Promise.resolve().then(() => createClient({ baseUrl })));

  return {
    pages,
    paginated: idsOf(
      await confluent.paginate("/pim/v1/integrations", { params: { query: { environment } } }).toArray(),
    ),
    created: created.display_name,
    isSame: created.id === got.id && created.display_name === got.display_name,
    deleted: nothing === undefined,
    missing: {
      isNotFound: missing instanceof NotFoundError && missing instanceof ConfluentError,
      name: missing.name,
      status: missing.status,
      detail: missing.errors[0].detail,
      requestId: missing.requestId,
      operation: missing.operation,
    },
    onPath: {
      status: onPath.response.status,
      data: onPath.data ?? null,
      detail: onPath.error.errors[0].detail,
    },
    busy: { id: busy.id, retries },
    aborted: (await abandoned) === reason,
    timedOut: late instanceof TimeoutError,
    redirects: { moved, elsewhere, writeElsewhere },
    withToken,
    withTokenFile,
    noCredentials: { name: noCredentials.name, isClear: noCredentials.message.includes("createClient") },
  };
}

function idsOf(items) {
  return items.map(({ id }) => id);
}

/** The value of a promise that fails where a redirect is not followed; of the failure, what it says. */
function valueOf(promise) {
  return promise.catch(({ name, status, maybeApplied, message }) => {
    const isClear =
      /the redirect to http:\S+ is not followed|the response is a redirect, which a browser/.test(message);
    return { name, status, ...(maybeApplied && { maybeApplied }), isClear };
  });
}

function failureOf(promise) {
  return promise.then(
    (value) => {
      throw new Error(`should have failed, but gave ${JSON.stringify(value)}`);
    },
    (error) => error,
  );
}
