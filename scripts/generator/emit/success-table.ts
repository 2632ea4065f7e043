import { essenceOf, isJsonType } from "../document/media-types.js";
import type { Content, MediaType, ReadAs } from "../document/openapi.js";
import { code } from "./literal.js";
import type { DeclaredResponse } from "./methods.js";

/** What the client needs to know of the successes of an operation: nothing, where all are plain JSON. */
export function successTable(successes: readonly DeclaredResponse[]): object {
  if (successes.length > 0 && successes.every(({ content }) => isPlainJson(content))) return {};
  const types = successes.map(({ status, content }) => [status, Object.keys(content)] as const);
  const streams = readersOf(successes).map(([type, reader]) => [type, code(reader)] as const);
  const accept = acceptOf(successes);
  return {
    ...(accept !== JSON_TYPE && { accept }),
    successes: types.length === 0 ? { "2XX": [] } : Object.fromEntries(types),
    ...(streams.length > 0 && { streams: Object.fromEntries(streams) }),
  };
}

const JSON_TYPE = "application/json";

/**
 * The value of `Accept`: the media types of the successes, JSON before others, and JSON for failures.
 * https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1
 */
function acceptOf(successes: readonly DeclaredResponse[]): string {
  const types = [...new Set(successes.flatMap(({ content }) => Object.keys(content)))];
  const streams = new Set(readersOf(successes).map(([type]) => type));
  const json = types.filter((type) => isJsonType(type) && !streams.has(type));
  const others = types.filter((type) => !json.includes(type));
  const hasJson = types.some((type) => ["*/*", JSON_TYPE].includes(essenceOf(type)));
  return [
    ...json,
    ...others.map((type) => (json.length > 0 ? weighted(type, 0.9) : type)),
    ...(hasJson ? [] : [types.length > 0 ? weighted(JSON_TYPE, 0.8) : JSON_TYPE]),
  ].join(", ");
}

/** A weight is no parameter of the media type, which may have one already. */
function weighted(type: string, weight: number): string {
  return /;\s*q=/.test(type) ? type : `${type};q=${weight}`;
}

/** The readers of the streams among the successes, by media type. */
export function readersOf(
  successes: readonly DeclaredResponse[],
): readonly (readonly [type: string, reader: Exclude<ReadAs, "blob">])[] {
  return successes.flatMap(({ content }) =>
    Object.entries(content).flatMap(([type, { schema }]) => {
      const readAs = schema?.["x-read-as"];
      return readAs === undefined || readAs === "blob" ? [] : [[type, readAs] as const];
    }),
  );
}

/** Whether a body is `application/json`, and of all its media types the same JSON. */
function isPlainJson(content: Content): boolean {
  const types = Object.keys(content);
  const shapes = new Set(Object.values(content).map(({ schema }: MediaType) => JSON.stringify(schema)));
  const isJson = types.every((type) => isJsonType(type) && !content[type]?.schema?.["x-read-as"]);
  return isJson && shapes.size === 1 && types.some((type) => essenceOf(type) === "application/json");
}
