import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { apiKey, bearerToken, ConfluentError } from "../../src/index.js";
import { connect, key, secret } from "../support/client.js";
import { environment } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import { serve } from "../support/server.js";

const basic = Buffer.from(`${key}:${secret}`).toString("base64");

const token = "eyJhbGciOiJub25lIn0.c2VjcmV0.";

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
