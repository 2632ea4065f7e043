import { describe, expect, test } from "vitest";
import { isJson } from "../../src/testing/document/media-types.js";
import { sendRequired } from "./cases.js";
import { operations } from "./document.js";

/** A schema is itself the body, which may be any JSON. */
const ANY_JSON = ["getSchemaOnly", "getSchemaOnlyByVersion"];

/** The case fails that holds the operation against its document: a suite that passes whatever comes would prove nothing. */
describe("a fake whose answer for one operation is not as the document says fails the contract", () => {
  test.for(operations)("$operationId", async (operation) => {
    const spoilIt = ANY_JSON.includes(operation.operationId) ? spoilType : spoil;
    await expect(sendRequired("fake", operation, { spoil: spoilIt })).rejects.toThrow();
  });
});

/** A response whose values have other types; without a body, one of another status. */
async function spoil(response: Response): Promise<Response> {
  const { status, headers } = response;
  const text = await response.text();
  if (text === "") return new Response(null, { status: 299, headers });
  if (!isJson(headers.get("content-type") ?? "")) return spoilType(new Response(text, { status, headers }));
  return new Response(JSON.stringify(otherTypes(JSON.parse(text) as unknown)), { status, headers });
}

/** A response with a media type that no document has. */
async function spoilType(response: Response): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.set("content-type", "text/x-spoiled");
  return new Response(await response.text(), { status: response.status, headers });
}

function otherTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? value.map(otherTypes) : {};
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value);
    if (members.length === 0) return "none";
    return Object.fromEntries(members.map(([name, member]) => [name, otherTypes(member)]));
  }
  return typeof value === "string" ? 7 : "seven";
}
