import { createRequire } from "node:module";
import type { Pointer } from "../document/pointer.js";
import { isRecord, mapValues } from "../document/records.js";
import { checkBounds } from "./bounds.js";
import { readSource, type Source } from "./source.js";

/** Of openapi-format, two functions. It loads slowly, so it is required only when there is an overlay. */
interface OpenapiFormat {
  readonly openapiOverlay: (
    document: unknown,
    options: { overlaySet: object },
  ) => Promise<{ data: unknown; resultData: { unusedActions: readonly unknown[] } }>;
  readonly resolveJsonPath: (document: unknown, path: string) => readonly Match[];
}

/** A value that a path of an overlay selects; the root has no parent. */
interface Match {
  readonly parent?: unknown;
  readonly key?: string | number;
}

interface Action {
  readonly target: string;
  readonly [key: string]: unknown;
}

/**
 * Applies an overlay to a document (OpenAPI Overlay 1.0). An action that matches nothing is an error: the document has
 * changed, so the correction may be out of date.
 *
 * @throws {DocumentError} for such an action, and for a text that is no overlay
 */
export async function applyOverlay(source: Source, name: string, text: string): Promise<Source> {
  const overlay = readSource(name, text);
  const actions = checkActions(overlay);
  // A copy, in which nothing is the same value as in another place, as aliases make it: an action changes one place.
  let data = copyOf(source.data);
  for (const [index, action] of actions.entries()) {
    data = await applyAction(action, data, (message) => overlay.error(["actions", String(index)], message));
    checkBounds(data, source);
  }
  return { ...source, data };

  async function applyAction(
    action: Action,
    document: unknown,
    errorOf: (message: string) => Error,
  ): Promise<unknown> {
    const { openapiOverlay, resolveJsonPath } = createRequire(import.meta.url)(
      "openapi-format",
    ) as OpenapiFormat;
    const { overlay: version } = overlay.data as { readonly overlay: unknown };
    const paths = [action.target, action["copy"], action["from"]].filter((path) => typeof path === "string");
    const [matches, badPath] = withPrintedErrors(() =>
      paths.flatMap((path) => resolveJsonPath(document, path)),
    );
    if (badPath !== undefined) throw errorOf(badPath);
    if (!matches.every(isWithin(document))) {
      throw errorOf("the target of this action is not a value of the document");
    }
    const overlaySet = { overlay: version, actions: [action] };
    const [applied, problem] = withPrintedErrors(() => openapiOverlay(document, { overlaySet }));
    const { data: corrected, resultData } = await applied;
    if (problem !== undefined) throw errorOf(problem);
    if (resultData.unusedActions.length > 0) {
      throw errorOf(`the target of this action matches nothing in ${source.name}`);
    }
    return corrected;
  }
}

function checkActions(overlay: Source): readonly Action[] {
  const { data } = overlay;
  if (!isRecord(data) || !/^1\.\d+\.\d+$/.test(String(data["overlay"]))) {
    throw overlay.error(["overlay"], "an overlay says `overlay: 1.0.0`");
  }
  const { actions } = data;
  if (!Array.isArray(actions)) throw overlay.error(["actions"], "`actions` must be a list");
  return actions.map((action: unknown, index) => {
    const place = ["actions", String(index)];
    if (!isRecord(action) || typeof action["target"] !== "string") {
      throw overlay.error(place, "an action needs a `target`");
    }
    refusePrototypes(action, place, overlay);
    return action as Action;
  });
}

/** openapi-format merges by assignment, which would change the prototype of what is merged. */
function refusePrototypes(value: unknown, pointer: Pointer, overlay: Source): void {
  if (!isRecord(value) && !Array.isArray(value)) return;
  for (const [key, child] of Object.entries(value)) {
    if (key === "__proto__")
      throw overlay.error([...pointer, key], "`__proto__` cannot be a key in an overlay");
    refusePrototypes(child, [...pointer, key], overlay);
  }
}

/** Whether a match is a value of the document, not one that every object inherits, such as `constructor`. */
function isWithin(document: unknown): (match: Match) => boolean {
  const values = new Set<unknown>();
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    values.add(value);
    Object.values(value).forEach(collect);
  };
  collect(document);
  return ({ parent, key = "" }) =>
    parent === undefined || (values.has(parent) && Object.hasOwn(parent as object, key));
}

/** openapi-format prints what is wrong with an action, and goes on. It does so before it returns a promise. */
function withPrintedErrors<T>(run: () => T): readonly [result: T, printed: string | undefined] {
  const { error } = console;
  const printed: string[] = [];
  console.error = (message: unknown) => printed.push(String(message));
  try {
    return [run(), printed[0]?.replace(/^Overlay action #\d+: /, "")];
  } finally {
    console.error = error;
  }
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  return isRecord(value) ? mapValues(value, copyOf) : value;
}
