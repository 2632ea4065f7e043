/** So deep a value may be nested: what looks at one goes down into it, and the stack of a program has an end. */
export const MAX_DEPTH = 500;

/** The JSON of a body; undefined when it is none, or is nested too deeply to be looked at. */
export function jsonOf({ body = "" }: { readonly body: string | undefined }): unknown {
  const value = parse(body);
  return isTooDeep(value) ? undefined : value;
}

/** Whether a body is JSON that is nested too deeply to be looked at. */
export function isDeepJson(body: string): boolean {
  return isTooDeep(parse(body));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Level by level, as a recursion would end as that of the others does. */
function isTooDeep(value: unknown): boolean {
  let level: readonly object[] = [value].filter(isHolder);
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((holder) => Object.values(holder).filter(isHolder));
  }
  return false;
}

function isHolder(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
