import { beforeEach, expect, test } from "vitest";
import { createFakeConfluent } from "../../../src/testing/index.js";

const fake = createFakeConfluent();
const URL_OF = "https://api.confluent.cloud";
const SECRET = "hunter22";

beforeEach(() => fake.reset());

async function post(path: string, body: string, headers: Record<string, string> = {}): Promise<unknown> {
  await fake.fetch(URL_OF + path, {
    method: "POST",
    body,
    headers: { authorization: "Basic a2V5", "content-type": "application/json", ...headers },
  });
  return fake.requests.at(-1)?.body;
}

test.each([
  { configs: [{ name: "sasl.jaas.config", value: SECRET }] },
  { configs: [{ name: "ssl.key.password", value: SECRET, operation: "SET" }] },
  { configs: [{ key: "client_secret", old_value: SECRET, values: [SECRET] }] },
  [{ op: "replace", path: "/spec/auth_data/data", value: SECRET }],
  { config: { "basic.auth.user.info": `KEY:${SECRET}` } },
  { password: { value: SECRET } },
  { secrets: [SECRET, { any: SECRET }] },
  { spec: { privateKey: SECRET, "api key": SECRET, accessToken: SECRET, token_value: SECRET } },
  { pem: { private_key: { parts: [[SECRET]] } }, credentials: [{ user: SECRET }], password: 22 },
])("everything beneath the name of a secret is redacted: %j", async (body) => {
  const recorded = JSON.stringify(await post("/org/v2/environments", JSON.stringify(body)));
  expect(recorded).toContain("[redacted]");
  expect(recorded).not.toMatch(/hunter22|\b22\b/);
});

test("what is no secret is recorded as it was sent", async () => {
  const body = {
    configs: [{ name: "cleanup.policy", value: "compact" }],
    page_token: "p",
    next_page_token: "n",
    subject_token_type: "jwt",
    api_key_id: "k",
    name: "secret-project",
    description: "d",
    password: null,
    with_secrets: true,
  };
  expect(await post("/org/v2/environments", JSON.stringify(body))).toEqual(body);
});

test("a body that cannot be read is not recorded", async () => {
  expect(await post("/org/v2/environments", `{"password":"${SECRET}"`)).toBe(
    "[not recorded: the body is not JSON]",
  );
  const json = JSON.stringify({ password: SECRET });
  expect(await post("/org/v2/environments", json, { "content-type": "text/plain" })).toBe(
    "[not recorded: text/plain is not in the document]",
  );
});

test("of credentials in headers, the scheme alone is recorded", async () => {
  await post("/org/v2/environments", "{}", {
    authorization: `Bearer ${SECRET}`,
    cookie: `a=${SECRET}; b=${SECRET}`,
    "x-client-secret": `${SECRET} ${SECRET}`,
    "proxy-authorization": SECRET,
  });
  expect(fake.requests[0]?.headers).toMatchObject({
    authorization: "Bearer [redacted]",
    cookie: "[redacted]",
    "x-client-secret": "[redacted]",
    "proxy-authorization": "[redacted]",
  });
});
