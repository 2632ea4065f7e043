import type { Operation } from "../operation.js";
import { essenceOf, fitOf, isJsonType, isTextType } from "./media-type.js";

/** How the body of a success is read. */
export type BodyFormat = "json" | "text" | "blob" | "stream";

const JSON_ALONE: NonNullable<Operation["successes"]> = { "2XX": ["application/json"] };

/** What an operation declares for a success. */
export interface DeclaredSuccess {
  /** The media types that its body may have. */
  readonly types: readonly string[];
  /** True if it may have no body. */
  readonly mayBeEmpty: boolean;
}

/**
 * What an operation declares for the status of a success. One that is not declared is taken for any of those that are: services
 * respond with 201 where their document says 200.
 */
export function declaredSuccess({ successes = JSON_ALONE }: Operation, status: number): DeclaredSuccess {
  const declared = successes[status] ?? successes["2XX"];
  const lists = declared ? [declared] : Object.values(successes);
  return { types: lists.flat(), mayBeEmpty: lists.some(({ length }) => length === 0) };
}

/** The declared media type that the body of a success has; undefined if it is not declared. */
export function declaredTypeOf(operation: Operation, { status, headers }: Response): string | undefined {
  const type = essenceOf(headers.get("content-type"));
  let best: string | undefined;
  let most = 0;
  for (const declared of declaredSuccess(operation, status).types) {
    const fit = fitOf(essenceOf(declared), type);
    if (fit > most) [best, most] = [declared, fit];
  }
  return best;
}

/** How a body of a declared media type is read; what is not declared is read as JSON. */
export function formatOf({ streams }: Operation, type: string | undefined): BodyFormat {
  if (type !== undefined && streams?.[type]) return "stream";
  if (type === undefined || isJsonType(type)) return "json";
  return isTextType(type) ? "text" : "blob";
}

/** True if every success is JSON or has no body, so that nothing else has to be read. */
export function isJsonAlone(operation: Operation): boolean {
  const types = Object.values(operation.successes ?? {}).flat();
  return types.every((type) => formatOf(operation, type) === "json");
}

/**
 * The value of `Accept`: the media types of an operation's successes, JSON before others, and JSON for its failures.
 * https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1
 */
export function acceptOf(operation: Operation): string {
  if (!operation.successes) return "application/json";
  const types = [...new Set(Object.values(operation.successes).flat())];
  const isPlain = (type: string): boolean => formatOf(operation, type) === "json";
  const json = types.filter(isPlain);
  const others = types.filter((type) => !isPlain(type));
  const hasJson = types.some((type) => essenceOf(type) === "application/json");
  return [
    ...json,
    ...others.map((type) => weighted(type, json.length > 0 ? 0.9 : 1)),
    ...(hasJson || types.includes("*/*") ? [] : [weighted("application/json", types.length > 0 ? 0.8 : 1)]),
  ].join(", ");
}

function weighted(type: string, weight: number): string {
  return weight === 1 || /;\s*q=/.test(type) ? type : `${type};q=${weight}`;
}
