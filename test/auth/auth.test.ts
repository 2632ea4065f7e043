import { describe, expect, test } from "vitest";
import { ConfigurationError, type Auth } from "../../src/index.js";
import { connect } from "../support/client.js";
import { environment, integration } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import { serve } from "../support/server.js";

const query = { environment };

describe("what an own `Auth` gives in place of the value of the header is refused, and not shown", () => {
  test.each<[string, unknown, string]>([
    ["a line break", "Bearer hunter2\nhunter2", "contain a line break or a character outside of Latin-1"],
    ["a character outside of Latin-1", "Bearer hunter2✓", "contain a line break or a character"],
    ["undefined", undefined, "`authorization` of `auth` must give a string, not undefined"],
    ["a number", 42, "`authorization` of `auth` must give a string, not number"],
  ])("%s", async (_, value, problem) => {
    const server = await serve({ body: integration() });
    for (const authorization of [() => value, () => Promise.resolve(value)]) {
      const auth = { authenticate: () => ({ authorization }) } as Auth;
      const call = connect(server, { auth }).pim.v1.integrations.get("cspi-12345", query);
      const error = await rejection(call, ConfigurationError);
      expect(error.message).toContain(problem);
      expect(error.stack).not.toContain("hunter2");
    }
    expect(server.requests).toEqual([]);
  });
});

test("an own `Auth` provides the value of the header", async () => {
  const server = await serve({ body: integration() });
  const confluent = connect(server, { auth: { authenticate: () => ({ authorization: () => "Digest 42" }) } });
  await confluent.pim.v1.integrations.get("cspi-12345", query);
  expect(server.requests[0]?.headers.authorization).toBe("Digest 42");
});
