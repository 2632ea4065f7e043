import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { ConfigurationError } from "../../src/index.js";
import { connect } from "../support/client.js";
import { environment, integration } from "../support/integrations.js";
import { thrown } from "../support/rejection.js";
import { serve } from "../support/server.js";

describe("a base URL", () => {
  test.each([
    ["as it is", "", "/pim/v1/integrations/cspi-12345"],
    ["with a slash at its end", "/", "/pim/v1/integrations/cspi-12345"],
    ["with a path", "/gateway/confluent", "/gateway/confluent/pim/v1/integrations/cspi-12345"],
    ["with a path and slashes at its end", "/gateway///", "/gateway/pim/v1/integrations/cspi-12345"],
  ])("%s comes before every path", async (_, suffix, expected) => {
    const server = await serve({ body: integration() });
    const confluent = connect({ url: server.url + suffix });
    await confluent.pim.v1.integrations.get("cspi-12345", { environment });
    expect(server.requests[0]?.url).toBe(`${expected}?environment=${environment}`);
  });

  test.each([
    "https://api.confluent.cloud",
    "https://proxy.example:8443/confluent",
    "http://localhost",
    "http://localhost:4010",
    "http://prism.localhost:4010",
    "http://127.0.0.1:4010",
    "http://127.8.9.10",
    "http://[::1]:4010",
  ])("%s is accepted", (url) => {
    expect(connect({ url })).toHaveProperty("pim");
  });

  test.each([
    ["api.confluent.cloud", "is not a URL"],
    ["", "is not a URL"],
    ["https://", "is not a URL"],
    ["/relative", "is not a URL"],
    ["localhost:4010", "must start with https://"],
    ["ftp://api.confluent.cloud", "must start with https://"],
    ["https://api.confluent.cloud?environment=env-1", "query or a fragment"],
    ["https://api.confluent.cloud/#top", "query or a fragment"],
    ["https://api.confluent.cloud/?", "query or a fragment"],
    ["https://api.confluent.cloud#", "query or a fragment"],
    ["http://api.confluent.cloud", "unencrypted"],
    ["http://localhost.example.com", "unencrypted"],
    ["http://127.0.0.1.example.com", "unencrypted"],
    ["http://10.0.0.1", "unencrypted"],
    ["http://0.0.0.0", "unencrypted"],
    ["http://[::2]", "unencrypted"],
  ])('"%s" is refused: %s', (url, problem) => {
    const { message } = thrown(() => connect({ url }), ConfigurationError);
    expect(message).toContain(`baseUrl "${url}"`);
    expect(message).toContain(problem);
  });

  test.each([
    ["https://user:hush@api.confluent.cloud", "contains credentials"],
    ["https://hush@api.confluent.cloud", "contains credentials"],
    ["http://user:hush@api.confluent.cloud", "contains credentials"],
    ["https://user:hush@api confluent", "is not a URL"],
  ])("with credentials in it is refused without showing them: %s", (url, problem) => {
    const error = thrown(() => connect({ url }), ConfigurationError);
    expect(error.message).toContain(problem);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain("hush@");
  });

  test("that is not a string is refused", () => {
    const { message } = thrown(
      () => connect({ url: new URL("https://a.example") as never }),
      ConfigurationError,
    );
    expect(message).toBe("baseUrl must be a string, not object");
  });
});
