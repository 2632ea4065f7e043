import { declaredFor } from "../../src/testing/fake/failure-body.js";
import { contentFor, isJson } from "../../src/testing/document/media-types.js";
import { unknownMembers } from "../../src/testing/document/unknown-members.js";
import { violationsOf } from "../../src/testing/document/validator.js";
import { documentedAs, documentOf, type DocumentedOperation } from "./document.js";

/** What is wrong with a response, by its document: its status, headers, media type, and body. */
export async function checkResponse(
  operation: DocumentedOperation,
  response: Response,
): Promise<readonly string[]> {
  const declared = declaredFor(documentedAs(operation), response.status);
  if (!declared) return [`status ${response.status} is not declared`];
  const missing = Object.keys(declared.headers ?? {}).filter((name) => !response.headers.has(name));
  const problems = missing.map((name) => `header ${name} is missing`);
  const document = documentOf(operation);
  for (const [name, { schema }] of Object.entries(declared.headers ?? {})) {
    const text = response.headers.get(name) ?? "";
    const value = schema?.type === "integer" ? Number(text) : text;
    problems.push(
      ...violationsOf(value, {
        schema: schema ?? {},
        document,
        direction: "response",
        place: `header.${name}`,
      }).map(({ place, message }) => `${place} ${message}`),
    );
  }
  const bytes = await response.clone().arrayBuffer();
  if (!declared.content) return bytes.byteLength > 0 ? [...problems, "a body is not declared"] : problems;
  const contentType = response.headers.get("content-type") ?? "";
  const content = contentFor(declared.content, contentType);
  if (!content) return [...problems, `${contentType} is not declared`];
  if (!content.schema || !isJson(contentType)) return problems;
  const body = JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  const { schema } = content;
  return [
    ...problems,
    ...violationsOf(body, { schema, document, direction: "response", place: "body" }).map(
      ({ place, message }) => `${place} ${message}`,
    ),
    ...unknownMembers(body, { schema, direction: "response" }).map(
      ({ pointer, why }) => `${pointer} is ${why}`,
    ),
  ];
}
