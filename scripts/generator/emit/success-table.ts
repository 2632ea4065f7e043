import { essenceOf, isJsonType } from "../document/media-types.js";
import type { Content, MediaType, ReadAs } from "../document/openapi.js";
import { code } from "./literal.js";
import type { DeclaredResponse } from "./methods.js";

/** What the client needs to know of the successes of an operation: nothing, where all are plain JSON. */
export function successTable(successes: readonly DeclaredResponse[]): object {
  if (successes.length > 0 && successes.every(({ content }) => isPlainJson(content))) return {};
  const types = successes.map(({ status, content }) => [status, Object.keys(content)] as const);
  const streams = readersOf(successes).map(([type, reader]) => [type, code(reader)] as const);
  return {
    successes: types.length === 0 ? { "2XX": [] } : Object.fromEntries(types),
    ...(streams.length > 0 && { streams: Object.fromEntries(streams) }),
  };
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
