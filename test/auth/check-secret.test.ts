import { describe, expect, test } from "vitest";
import { apiKey, bearerToken, ConfigurationError } from "../../src/index.js";
import { key, secret } from "../support/client.js";
import { thrown } from "../support/rejection.js";

describe("an error about an invalid credential names it and does not show its value", () => {
  test.each([
    ["undefined", undefined, "is missing"],
    ["null", null, "is missing"],
    ["an empty string", "", "is missing"],
    ["a number", 90210, "must be a string, not number"],
    ["an object", { hush: "hush" }, "must be a string, not object"],
    ["spaces only", "   ", "white space"],
    ["a space within", "hush hush", "white space"],
    ["a line break at the end", "hush\n", "line break"],
    ["a carriage return", "hush\r\nX-Injected: 1", "line break"],
    ["a character outside ASCII", "hüsh-hush", "outside ASCII"],
  ])("%s", (_, value, problem) => {
    const refused = [
      { of: "apiKey: `key`", by: () => apiKey({ key: value as never, secret }) },
      { of: "apiKey: `secret`", by: () => apiKey({ key, secret: value as never }) },
      { of: "bearerToken: the token", by: () => bearerToken(value as never) },
    ];
    for (const { of, by } of refused) {
      const { message, stack } = thrown(by, ConfigurationError);
      expect(message).toContain(of);
      expect(message).toContain(problem);
      expect(`${message} ${stack}`).not.toMatch(/h[uü]sh|90210/);
    }
  });

  test("a key that contains the secret after a colon", () => {
    const { message } = thrown(() => apiKey({ key: `${key}:hush`, secret }), ConfigurationError);
    expect(message).toContain("colon");
    expect(message).not.toContain("hush");
  });
});
