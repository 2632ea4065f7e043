import { describe, expect, test } from "vitest";
import { checkRecording } from "../../../src/testing/contract.js";
import { createFakeConfluent } from "../../../src/testing/index.js";
import { problemOf, shop, type Json } from "./shop.js";

/* Parts of a document that stand in an extension, and that its references lead to. */

const ref = ($ref: string): Json => ({ $ref });
const TOOL: Json = { type: "object", required: ["id"], properties: { id: { type: "integer" } } };

function withParts(parts: Json, response: Json): ReturnType<typeof shop> {
  const components = { schemas: { Tool: TOOL } };
  return shop({ components, ...parts }, { get: { responses: { 200: response } } });
}

const contentOf = (schema: Json): Json => ({
  description: "OK.",
  content: { "application/json": { schema } },
});
const RACK: Json = {
  type: "object",
  required: ["tool"],
  properties: { tool: ref("#/components/schemas/Tool") },
};

describe.each<readonly [string, Json, Json]>([
  ["a schema", { "x-schemas": { Rack: RACK } }, contentOf(ref("#/x-schemas/Rack"))],
  ["a response", { "x-responses": { Rack: contentOf(RACK) } }, ref("#/x-responses/Rack")],
  [
    "a schema that leads to another one",
    { "x-schemas": { Rack: ref("#/x-schemas/All"), All: { allOf: [ref("#/x-schemas/Part")] }, Part: RACK } },
    contentOf(ref("#/x-schemas/Rack")),
  ],
])("%s", (_what, parts, response) => {
  test("has its own references followed", async () => {
    const documents = [withParts(parts, response)];
    const url = "https://shop.example/shop/v1/tools";
    const made = await createFakeConfluent({ documents }).fetch(url);
    expect(await made.json()).toEqual({ tool: { id: expect.any(Number) as number } });
    const entry = {
      request: { method: "GET", url },
      response: {
        status: 200,
        headers: [{ name: "content-type", value: "application/json" }],
        content: { text: '{"tool":{"id":"one"}}' },
      },
    };
    const har = { name: "a.har", text: JSON.stringify({ log: { entries: [entry] } }) };
    expect(checkRecording(documents, har).drifts).toMatchObject([
      { kind: "type-mismatch", pointer: "/components/schemas/Tool/properties/id/type" },
    ]);
  });
});

test("a reference there that leads to nothing is reported, if anything leads there", () => {
  const parts = { "x-schemas": { Rack: { items: ref("#/components/schemas/Tol") }, Idle: ref("#/nowhere") } };
  expect(problemOf(withParts(parts, contentOf(ref("#/x-schemas/Rack"))))).toBe(
    "shop.json#/x-schemas/Rack/items/$ref: #/components/schemas/Tol points at nothing: did you mean #/components/schemas/Tool?",
  );
});
