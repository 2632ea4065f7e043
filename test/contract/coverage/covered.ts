import { pointerOf } from "../../../src/testing/contract/pointer.js";
import { formatPointer } from "../../../src/testing/document/json-pointer.js";
import type { Pointer } from "../../../src/testing/contract/finding.js";
import { declaredFor } from "../../../src/testing/contract/check/declared.js";
import { isObject, type Spot } from "../../../src/testing/contract/check/spot.js";
import { bodySpot, spotIn } from "../../../src/testing/contract/check/views.js";
import { OperationMatcher } from "../../../src/testing/document/match-operation.js";
import { contentFor, essence, isJson } from "../../../src/testing/document/media-types.js";
import { openDocuments } from "../../../src/testing/document/open-documents.js";
import type { DocumentOperation } from "../../../src/testing/document/operations.js";
import type { Content } from "../../../src/testing/document/schema.js";
import { keyOf, type Measure } from "./measures.js";

const matcher = new OperationMatcher(openDocuments().operations());

/** What one request and its response cover, by the keys of `coverables`. */
export function coveredBy(
  request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Headers;
    readonly body: string;
  },
  response: { readonly status: number; readonly headers: Headers; readonly body: string },
): readonly string[] {
  const { pathname, searchParams } = new URL(request.url);
  const match = matcher.match({ method: request.method, pathname, query: Object.fromEntries(searchParams) });
  if (!match || !("operation" in match)) return [];
  const { operation } = match;
  const key = (measure: Measure, name: string): string =>
    keyOf({ measure, service: operation.document.name, name });
  const declared = declaredFor({ ...response, method: "", url: "", operation, parameters: {} });
  if (!declared) return [];
  const sent = operation.parameters.filter(({ in: place, name }) => {
    if (place === "path") return true;
    return place === "query"
      ? searchParams.has(name) || hasKeyOf(searchParams, name)
      : request.headers.has(name);
  });
  const { id, responses } = operation;
  const status = Object.keys(responses).find((name) => responses[name] === declared.response) ?? "";
  const properties = (
    measure: Measure,
    content: Content | undefined,
    way: Pointer,
    message: typeof request | typeof response,
  ): readonly string[] =>
    propertiesIn(operation, content ?? {}, way, message).map((name) => key(measure, name));
  const root = pointerOf(operation);
  return [
    key("operations", id),
    key("statuses", `${id} ${status}`),
    ...sent.map(({ in: place, name }) => key("parameters", `${id} ${place} ${name}`)),
    // What a server refuses was not written.
    ...(response.status < 400
      ? properties("written", operation.body?.content, [...root, "requestBody"], request)
      : []),
    ...properties("read", declared.response.content, declared.pointer, response),
  ];
}

/** A parameter that is an object has its members in the query. */
function hasKeyOf(query: URLSearchParams, name: string): boolean {
  return [...query.keys()].some((key) => key.startsWith(`${name}[`));
}

/** The properties of a JSON body that are there, by where the document has them. */
function propertiesIn(
  { document }: DocumentOperation,
  content: Content,
  way: Pointer,
  { headers, body }: { readonly headers: Headers; readonly body: string },
): readonly string[] {
  const declared = contentFor(content, headers.get("content-type") ?? "");
  if (!declared?.schema || body === "") return [];
  const { schema, mediaType } = declared;
  const found = new Set<string>();
  visit(bodySpot(document, schema, [...way, "content", mediaType, "schema"], valueOf(mediaType, body)));
  return [...found];

  function visit(spot: Spot): void {
    const { value, views } = spot;
    if (Array.isArray(value)) value.forEach((_, index) => visit(spotIn(document, spot, index)));
    if (!isObject(value)) return;
    for (const name of Object.keys(value)) {
      for (const { schema, pointer } of views) {
        if (Object.hasOwn(schema.properties ?? {}, name))
          found.add(formatPointer([...pointer, "properties", name]));
      }
      visit(spotIn(document, spot, name));
    }
  }
}

function valueOf(mediaType: string, body: string): unknown {
  if (essence(mediaType) === "application/x-www-form-urlencoded")
    return Object.fromEntries(new URLSearchParams(body));
  try {
    return isJson(mediaType) ? (JSON.parse(body) as unknown) : undefined;
  } catch {
    return undefined;
  }
}
