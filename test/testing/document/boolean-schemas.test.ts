import { expect, test } from "vitest";
import { checkRecording } from "../../../src/testing/contract.js";

test("a schema that is true or false is held against values, where it is referred to, too", () => {
  const schema = {
    type: "object",
    properties: { no: { $ref: "#/components/schemas/No" }, any: true, own: false },
  };
  const get = { responses: { 200: { description: "OK.", content: { "application/json": { schema } } } } };
  const text = JSON.stringify({
    openapi: "3.1.0",
    paths: { "/shop/v1/tools": { get } },
    components: { schemas: { No: false } },
  });
  const document = { name: "shop.json", text };
  const entry = {
    request: { method: "GET", url: "https://shop.example/shop/v1/tools" },
    response: {
      status: 200,
      headers: [{ name: "content-type", value: "application/json" }],
      content: { text: '{"no":1,"any":2,"own":3}' },
    },
  };
  const har = { name: "a.har", text: JSON.stringify({ log: { entries: [entry] } }) };
  expect(checkRecording([document], har).drifts.map(({ kind, place }) => `${kind} at ${place}`)).toEqual([
    "condition-unmet at response 200 > body.no",
    "condition-unmet at response 200 > body.own",
  ]);
});
