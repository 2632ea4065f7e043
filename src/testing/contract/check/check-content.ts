import { contentFor, essence, isJson, type DeclaredContent } from "../../document/media-types.js";
import type { OperationExchange } from "../exchange.js";
import { isCutJson } from "../cut-json.js";
import { isDeepJson, jsonOf, MAX_DEPTH } from "../json-body.js";
import type { Finding } from "../finding.js";
import { shownMediaType } from "../shown-media-type.js";
import type { Declared } from "./declared.js";

/** What came of a look at a body. */
export interface ReadContent {
  readonly findings: readonly Finding[];
  /** The JSON of the body, and what the document says of it; absent where there is nothing to hold against a schema. */
  readonly json?: { readonly value: unknown; readonly declared: DeclaredContent };
}

/** Holds a body as a whole, and its media type, against the document. */
export function readContent(exchange: OperationExchange, { response, pointer }: Declared): ReadContent {
  const { status, headers, body, operation } = exchange;
  const content = Object.entries(response.content ?? {});
  const found = (kind: Finding["kind"], subject?: string): ReadContent => ({
    findings: [{ kind, place: "body", pointer: [...pointer, "content"], subject }],
  });
  if (exchange.broken !== undefined) return found(exchange.broken);
  if (exchange.endless !== undefined)
    return isStream(exchange, response) ? { findings: [] } : found("body-endless", exchange.endless);
  // A response to HEAD never has a body.
  if (body === undefined || operation.method === "HEAD") return { findings: [] };
  if (body === "")
    return content.length > 0 && mustHaveBody(status) ? found("body-missing") : { findings: [] };
  if (content.length === 0) return found("body-undocumented");

  const type = essence(headers.get("content-type") ?? "");
  if (type === "") return found("content-type-missing");
  const declared = contentFor(response.content ?? {}, headers.get("content-type") ?? "");
  if (!declared) {
    // A page of HTML in the place of a failure is of another shape altogether.
    const isFailure = status >= 400 && !isJson(type) && content.some(([name]) => isJson(name));
    if (!isFailure) return found("content-type-undocumented", shownMediaType(type));
    const [shape] = found("failure-shape").findings;
    return { findings: shape ? [{ ...shape, detail: `it is ${shownMediaType(type)}` }] : [] };
  }
  if (!isJson(type)) return { findings: [] };
  if (isGzip(body)) return found("encoding-missing");
  if (isDeepJson(body)) return found("body-nested", `${MAX_DEPTH} levels`);
  const value = jsonOf(exchange);
  if (value === undefined && isJsonStream(body)) return { findings: [] };
  if (value === undefined) return found(isCutJson(body) ? "body-truncated" : "body-unreadable");
  return { findings: [], json: { value, declared } };
}

/** Whether a body is a stream, which may have no end, and is documented as one. */
function isStream({ headers }: OperationExchange, { content = {} }: Declared["response"]): boolean {
  const type = essence(headers.get("content-type") ?? "");
  return STREAMS.has(type) && contentFor(content, type) !== undefined;
}

const STREAMS = new Set([
  "text/event-stream",
  "application/x-ndjson",
  "application/jsonl",
  "application/json-seq",
]);

/** No status without content has a body (RFC 9110, section 15). */
function mustHaveBody(status: number): boolean {
  return status !== 204 && status !== 205 && status !== 304;
}

/** Gzip's first two bytes; decoded as text, the second is a replacement character. */
function isGzip(body: string): boolean {
  return body.startsWith("\u001f\u008b") || body.startsWith("\u001f\ufffd");
}

/** JSON values one after the other, as Kafka's REST API sends them. */
function isJsonStream(body: string): boolean {
  return body.split(/(?<=\})\s*(?=\{)/).every((part) => jsonOf({ body: part }) !== undefined);
}
