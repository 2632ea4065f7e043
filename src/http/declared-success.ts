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

/** How the body of a success is read. */
export function successFormat(operation: Operation, response: Response): BodyFormat {
  return formatOf(operation, declaredTypeOf(operation, response));
}

/** How a body of a declared media type is read; what is not declared is read as JSON. */
export function formatOf({ streams }: Operation, type: string | undefined): BodyFormat {
  if (type !== undefined && streams?.[type]) return "stream";
  if (type === undefined || isJsonType(type)) return "json";
  return isTextType(type) ? "text" : "blob";
}
