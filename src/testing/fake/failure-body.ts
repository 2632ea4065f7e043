import { flatten, typeOf } from "../document/flat-schema.js";
import { essence, isJson, type DeclaredContent } from "../document/media-types.js";
import type { DocumentOperation } from "../document/operations.js";
import type { DeclaredResponse, Schema } from "../document/schema.js";
import { completeValue, type Json } from "./complete-value.js";
import type { Refusal } from "./refusal.js";

/** A failure as an operation declares it. */
export interface Failure {
  readonly status: number;
  readonly declared?: DeclaredResponse;
  readonly mediaType?: string;
  readonly body?: unknown;
}

const TITLES: Readonly<Record<number, readonly [code: string, title: string]>> = {
  400: ["invalid_request", "Invalid Request"],
  401: ["user_unauthenticated", "Authentication Required"],
  402: ["quota_exceeded", "Quota Exceeded"],
  403: ["user_unauthorized", "User Access Unauthorized"],
  404: ["not_found", "Not Found"],
  405: ["method_not_allowed", "Method Not Allowed"],
  409: ["resource_already_exists", "Resource Already Exists"],
  415: ["unsupported_media_type", "Unsupported Media Type"],
  422: ["invalid_request", "Validation Failed"],
  429: ["rate_limit_exceeded", "Rate Limit Exceeded"],
};

/** The failure of an operation, in the shape that its document has for the status. */
export function failureOf(operation: DocumentOperation, refusal: Refusal, requestId: string): Failure {
  const { statuses } = refusal;
  const status = statuses.find((one) => String(one) in operation.responses) ?? statuses[0] ?? 500;
  const declared = declaredFor(operation, status);
  if (declared && !declared.content) return { status, declared };
  const content =
    contentOf(declared) ?? Object.values(operation.responses).map(contentOf).find(isFailureContent);
  if (content && !isJson(content.mediaType)) {
    const html = `<html><head><title>Error ${status}</title></head><body>${escapeHtml(refusal.detail)}</body></html>`;
    return { status, ...(declared && { declared }), mediaType: content.mediaType, body: html };
  }
  const body = fill(content?.schema ?? USUAL, refusal, status, requestId);
  return {
    status,
    ...(declared && { declared }),
    mediaType: content?.mediaType ?? "application/json",
    body,
  };
}

/** A message may have texts of the request. */
function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** What a document declares for a status, by itself or in a range. */
export function declaredFor({ responses }: DocumentOperation, status: number): DeclaredResponse | undefined {
  const range = `${String(status)[0] ?? ""}XX`;
  return (
    responses[String(status)] ?? responses[range] ?? responses[range.toLowerCase()] ?? responses["default"]
  );
}

function contentOf(response: DeclaredResponse | undefined): DeclaredContent | undefined {
  const entries = Object.entries(response?.content ?? {});
  const [mediaType, content] = entries.find(([type]) => isJson(type)) ?? entries[0] ?? [];
  return mediaType === undefined ? undefined : { mediaType, ...content };
}

/** Where a status is not declared, its failure looks as the others of the operation do. */
function isFailureContent(content: DeclaredContent | undefined): boolean {
  const { mediaType = "", schema = {} } = content ?? {};
  const { properties = {} } = flatten(schema);
  return (
    essence(mediaType) === "application/problem+json" ||
    (isJson(mediaType) && ["errors", "error_code", "error"].some((name) => name in properties))
  );
}

const TEXT: Schema = { type: "string" };
const USUAL: Schema = {
  type: "object",
  required: ["errors"],
  properties: {
    errors: {
      type: "array",
      items: {
        type: "object",
        properties: { id: TEXT, status: TEXT, code: TEXT, title: TEXT, detail: TEXT },
      },
    },
  },
};

function fill(schema: Schema, refusal: Refusal, status: number, requestId: string): unknown {
  const { detail, violations } = refusal;
  const [code, title] = TITLES[status] ?? [
    "internal_error",
    status >= 500 ? "Internal Server Error" : "Failed",
  ];
  const errorOf = (text: string, index: number, source?: Json): Json => ({
    id: index === 0 ? requestId : `${requestId}-${index}`,
    status: String(status),
    code,
    title,
    detail: text,
    message: text,
    error_code: status,
    ...(source && { source }),
  });
  const errors = violations.map(({ place, pointer, message }, index) => {
    const [where = "", ...names] = place.split(".");
    const source = where === "body" ? { pointer: pointer || "/" } : { parameter: names.join(".") };
    return errorOf(`\`${place}\` ${message}.`, index, source);
  });
  const { properties = {} } = flatten(schema);
  const typeIn = (name: string): string | undefined => typeOf(flatten(properties[name] ?? {}));
  const error = typeIn("error") === "object" ? { code: status, message: detail } : code;
  return completeValue(schema, {
    errors: errors.length > 0 ? errors : [errorOf(detail, 0)],
    error_code: status,
    message: detail,
    error,
    code: typeIn("code") === "string" ? code : status,
    // A problem of RFC 9457.
    title,
    status: typeIn("status") === "string" ? String(status) : status,
    detail,
  });
}
