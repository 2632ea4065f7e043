import { expect, test } from "vitest";
import { createClient, noAuth } from "../../src/index.js";
import { ContractViolationError, failOnViolations } from "../../src/testing/index.js";
import { serve } from "../support/server.js";

/** The error of a call whose response has a header of a proxy that is not Prism. */
async function errorFor(header: string): Promise<ContractViolationError> {
  const headers = { "sl-violations": header };
  const { url: baseUrl } = await serve({ headers, body: { data: [], metadata: {} } });
  const confluent = createClient({ baseUrl, auth: noAuth(), retry: false });
  confluent.use(failOnViolations());
  const error: unknown = await confluent.GET("/org/v2/environments").then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ContractViolationError);
  return error as ContractViolationError;
}

const UNKNOWN = { place: "", rule: "unknown", message: "is not valid" };

test.each([
  ["a text", "the body is wrong", { ...UNKNOWN, message: "the body is wrong" }],
  ["an object", '{"message":"no list"}', { ...UNKNOWN, message: '{"message":"no list"}' }],
  ["a list of texts", '["the body is wrong"]', { ...UNKNOWN, message: "the body is wrong" }],
  ["a list of nothing", "[null]", UNKNOWN],
  ["members of other types", '[{"location":"body","code":[1],"message":{"a":1}}]', UNKNOWN],
  ["a place without end", `[{"location":${"[".repeat(6_000)}${"]".repeat(6_000)}}]`, UNKNOWN],
  ["violations without end", "[".repeat(6_000) + "]".repeat(6_000), UNKNOWN],
])("failOnViolations reads %s", async (_what, header, violation) => {
  const error = await errorFor(header);
  expect(error.violations).toEqual([violation]);
  expect(error.message).toBe(
    `GET /org/v2/environments is not as the document says:\n  ${violation.message} (unknown)`,
  );
});
