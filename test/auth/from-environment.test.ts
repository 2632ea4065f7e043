import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ConfigurationError, createClient } from "../../src/index.js";
import { api } from "../support/api.js";
import { environment, integration } from "../support/integrations.js";
import { thrown } from "../support/rejection.js";
import { serve } from "../support/server.js";

const KEY = "CONFLUENT_CLOUD_API_KEY";
const SECRET = "CONFLUENT_CLOUD_API_SECRET";

const before = { [KEY]: process.env[KEY], [SECRET]: process.env[SECRET] };

function setVariables(values: Partial<Record<string, string | undefined>>): void {
  for (const name of [KEY, SECRET]) {
    const value = values[name];
    // Assigning undefined would set the variable to the word.
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
}

beforeEach(() => setVariables({}));
afterEach(() => setVariables(before));

describe("without `auth`", () => {
  test("the Cloud API key of the environment is sent", async () => {
    setVariables({ [KEY]: "KEY", [SECRET]: "SECRET" });
    const server = await serve({ body: integration() });
    const confluent = createClient({ api, baseUrl: server.url });
    await confluent.pim.v1.integrations.get("cspi-12345", { environment });
    expect(server.requests[0]?.headers.authorization).toBe(`Basic ${btoa("KEY:SECRET")}`);
  });

  test("the environment is read when the client is created, not later", async () => {
    setVariables({ [KEY]: "KEY", [SECRET]: "SECRET" });
    const server = await serve({ body: integration() });
    const confluent = createClient({ api, baseUrl: server.url });
    setVariables({});
    await confluent.pim.v1.integrations.get("cspi-12345", { environment });
    expect(server.requests[0]?.headers.authorization).toBe(`Basic ${btoa("KEY:SECRET")}`);
  });

  test.each([
    "https://api.confluent.cloud",
    "https://api.eu.confluent.cloud/gateway",
    "http://localhost:4010",
  ])("it is sent to %s", async (baseUrl) => {
    setVariables({ [KEY]: "KEY", [SECRET]: "SECRET" });
    const seen: (string | null)[] = [];
    const fetch = ({ headers }: Request): Promise<Response> => {
      seen.push(headers.get("Authorization"));
      return Promise.resolve(Response.json(integration()));
    };
    await createClient({ api, baseUrl, fetch }).pim.v1.integrations.get("cspi-12345", { environment });
    expect(seen).toEqual([`Basic ${btoa("KEY:SECRET")}`]);
  });

  test.each([
    "https://registry.example",
    "https://api.confluent.cloud.example",
    "https://notconfluent.cloud",
    "https://confluent.cloud.example/api.confluent.cloud",
  ])("it is not for %s: the error says to pass `auth`", (baseUrl) => {
    setVariables({ [KEY]: "KEY", [SECRET]: "cflt-hush" });
    const { message } = thrown(() => createClient({ baseUrl }), ConfigurationError);
    expect(message).toContain(`No credentials for ${new URL(baseUrl).hostname}`);
    expect(message).toContain("pass `auth` to createClient (noAuth() for none)");
    expect(message).not.toContain("hush");
  });

  test("without both variables, the error names them and the option `auth`", () => {
    const { message } = thrown(() => createClient(), ConfigurationError);
    expect(message).toBe(`No credentials: set ${KEY} and ${SECRET}, or pass \`auth\` to createClient`);
  });

  test.each([
    ["the secret is not set", { [KEY]: "KEY" }, SECRET, KEY],
    ["the secret is empty", { [KEY]: "KEY", [SECRET]: "" }, SECRET, KEY],
    ["the key is not set", { [SECRET]: "SECRET" }, KEY, SECRET],
    ["the key is empty", { [KEY]: "", [SECRET]: "SECRET" }, KEY, SECRET],
  ])("when %s, the error names that variable and not the other", (_, values, missing, present) => {
    setVariables(values);
    const { message } = thrown(() => createClient(), ConfigurationError);
    expect(message).toContain(`${missing} is missing`);
    expect(message).not.toContain(present);
  });

  test("a line break at the end of a variable is an error that does not show the value", () => {
    setVariables({ [KEY]: "KEY", [SECRET]: "cflt-hush\n" });
    const { message } = thrown(() => createClient(), ConfigurationError);
    expect(message).toContain(SECRET);
    expect(message).toContain("line break");
    expect(message).not.toContain("hush");
  });
});

test("`auth` takes precedence over the environment, even over half a credential in it", async () => {
  setVariables({ [KEY]: "KEY" });
  const server = await serve({ body: integration() });
  const auth = { authenticate: () => ({ authorization: () => "Bearer mine" }) };
  const confluent = createClient({ api, baseUrl: server.url, auth });
  await confluent.pim.v1.integrations.get("cspi-12345", { environment });
  expect(server.requests[0]?.headers.authorization).toBe("Bearer mine");
});
