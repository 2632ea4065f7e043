import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { apiKey, bearerToken, ConfigurationError, ConfluentError } from "../../src/index.js";
import { connect, key, secret } from "../support/client.js";
import { environment } from "../support/integrations.js";
import { rejection, thrown } from "../support/rejection.js";
import { serve } from "../support/server.js";

const basic = Buffer.from(`${key}:${secret}`).toString("base64");
const token = "eyJhbGciOiJub25lIn0.c2VjcmV0.";

describe("what cannot be a credential is refused by name, without its value", () => {
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

  test("a key with the secret behind a colon", () => {
    const { message } = thrown(() => apiKey({ key: `${key}:hush`, secret }), ConfigurationError);
    expect(message).toContain("colon");
    expect(message).not.toContain("hush");
  });
});

describe("inspecting a client shows no secret", () => {
  test.each([
    ["apiKey", apiKey({ key, secret })],
    ["bearerToken", bearerToken(token)],
  ])("of %s", (_, auth) => {
    const confluent = connect({ url: "https://api.confluent.cloud" }, { auth });
    for (const shown of [confluent, auth]) {
      const text = inspect(shown, { depth: 10, showHidden: true });
      expect(text).not.toContain(key);
      expect(text).not.toContain(secret);
      expect(text).not.toContain(basic);
      expect(text).not.toContain(token);
    }
  });
});

describe("an error shows no secret", () => {
  const failures = [
    ["a refusal", () => serve({ status: 401, body: { errors: [{ status: "401", detail: "no" }] } })],
    ["a rate limit", () => serve({ status: 429 })],
    ["a success that is not JSON", () => serve({ body: "<html>" })],
    ["a broken connection", () => serve((_request, { socket }) => void socket?.destroy())],
  ] as const;

  test.each(failures)("from %s", async (_, start) => {
    const server = await start();
    for (const auth of [apiKey({ key, secret }), bearerToken(token)]) {
      const confluent = connect(server, { auth });
      const call = confluent.pim.v1.integrations.get("cspi-12345", { environment });
      const error = await rejection(call, ConfluentError);
      const texts = [error.message, error.stack, JSON.stringify(error), String(error)];
      texts.push(inspect(error, { depth: 10, showHidden: true, getters: true }));
      for (const text of texts) {
        for (const hidden of [key, secret, basic, token]) expect(text).not.toContain(hidden);
      }
    }
    // Had they not been sent, their absence would prove nothing.
    const sent = server.requests.map(({ headers }) => headers.authorization);
    expect(sent).toEqual([`Basic ${basic}`, `Bearer ${token}`]);
  });
});
