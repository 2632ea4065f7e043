import { expect } from "vitest";
import { createFakeConfluent, SetupError } from "../../../src/testing/index.js";

/** Small documents, and what is said of their mistakes. */

export type Json = Record<string, unknown>;

const TOOL: Json = { type: "object", properties: { id: { type: "string" } } };
export const GET: Json = {
  parameters: [{ name: "size", in: "query", schema: { type: "integer" } }],
  responses: { 200: { description: "OK.", content: { "application/json": { schema: TOOL } } } },
};

export const ID: Json = { name: "toolID", in: "path", required: true, schema: { type: "string" } };
export const KEY: Json = { type: "http", scheme: "basic" };

export function shop(
  parts: Json = {},
  path: unknown = { get: GET },
  components?: Json,
): { readonly name: string; readonly text: string } {
  const document = {
    openapi: "3.1.0",
    info: { title: "Shop", version: "1" },
    paths: { "/shop/v1/tools": path },
    ...(components && { components }),
  };
  return { name: "shop.json", text: JSON.stringify({ ...document, ...parts }) };
}

export const withSchema = (schema: unknown): ReturnType<typeof shop> =>
  shop({ components: { schemas: { Tool: schema } } });
export const withParameter = (parameter: unknown): ReturnType<typeof shop> =>
  shop({}, { get: { ...GET, parameters: [parameter] } });

/** What the fake says of documents. */
export function problemOf(...documents: readonly ReturnType<typeof shop>[]): string {
  try {
    createFakeConfluent({ documents });
  } catch (error) {
    expect(error).toBeInstanceOf(SetupError);
    return (error as SetupError).message;
  }
  return "nothing";
}
