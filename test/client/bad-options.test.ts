import { expect, describe, test } from "vitest";
import { apiKey, ConfigurationError, stsToken, waitUntil } from "../../src/index.js";
import { connect } from "../support/client.js";

describe("an option that will not do is reported when the client is created", () => {
  test.each<[object, string]>([
    [{ timeout: 1 }, "unknown option `timeout`; did you mean `timeoutMs`?"],
    [{ baseURL: "https://a.example" }, "unknown option `baseURL`; did you mean `baseUrl`?"],
    [{ onEvents: () => undefined }, "unknown option `onEvents`; did you mean `onEvent`?"],
    [{ zebra: 1 }, "unknown option `zebra`"],
    [{ retry: { maxRetry: 1 } }, "unknown option `retry.maxRetry`; did you mean `retry.maxRetries`?"],
    [{ auth: "key:secret" }, "`auth` must be what apiKey(), stsToken() or bearerToken() returns"],
    [
      { auth: { key: "k", secret: "s" } },
      "`auth` must be what apiKey(), stsToken() or bearerToken() returns",
    ],
    [{ retry: 3 }, "retry must be an object, or false for never, not 3"],
    [{ retry: true }, "retry must be an object, or false for never, not true"],
    [{ retry: null }, "retry must be an object, or false for never, not null"],
    [{ logLevel: "verbose" }, "logLevel must be one of debug, info, warn, error, off"],
    [{ headers: [["X-Team", "a"]] }, "headers must be an object with the names as its keys"],
    [{ headers: new Headers({ "X-Team": "a" }) }, "headers must be an object with the names as its keys"],
    [{ api: null }, "`api` must be the `api` of a generated module"],
    [{ api: {} }, "`api` must be the `api` of a generated module"],
    [{ auth: { authenticate: () => ({}) } }, "`auth.authenticate` must return an object with a method"],
    [
      { auth: { authenticate: () => Promise.resolve(undefined) } },
      "`auth.authenticate` must return an object with a method",
    ],
    [{ fetch: "fetch" }, "`fetch` must be a function, not string"],
    [{ userAgent: "müller ✓/1.0" }, 'userAgent: the header "User-Agent" has a value with line breaks'],
    [{ userAgent: "sync/1\n" }, 'userAgent: the header "User-Agent" has a value with line breaks'],
    [{ userAgent: "a\r\nb" }, 'userAgent: the header "User-Agent" has a value with line breaks'],
    [{ headers: { "X-Team": "Süd ✓" } }, 'headers: the header "X-Team" has a value with line breaks'],
    [{ headers: { "X Team": "a" } }, 'headers: the header "X Team" has a name with characters'],
    [{ headers: { "": "a" } }, 'headers: the header "" has a name with characters'],
    [{ headers: { "X-Team": { a: 1 } } }, 'headers: the header "X-Team" must be a string, not object'],
  ])("%j", (options, problem) => {
    const create = (): unknown => connect({ url: "https://api.confluent.cloud" }, options);
    expect(create).toThrow(ConfigurationError);
    expect(create).toThrow(problem);
  });
});

test("an option of `withOptions` that will not do is reported at once", () => {
  const confluent = connect({ url: "https://api.confluent.cloud" });
  for (const [options, problem] of [
    [{ retry: 3 }, "retry must be an object"],
    [{ headers: { "X-A": "a\nb" } }, 'withOptions: headers: the header "X-A" has a value'],
    [
      { headers: new Map([["X-A", "a"]]) },
      "withOptions: headers must be an object with the names as its keys",
    ],
  ] as const) {
    const create = (): unknown => confluent.withOptions(options as never);
    expect(create).toThrow(ConfigurationError);
    expect(create).toThrow(problem);
  }
});

test("options that are left out are named as missing", async () => {
  expect(() => apiKey(undefined as never)).toThrow("apiKey: `key` is missing");
  expect(() => stsToken(undefined as never)).toThrow("stsToken: `identityPoolId` is missing");
  await expect(waitUntil(() => true, undefined as never)).rejects.toThrow("waitUntil: `timeoutMs` must be");
});
