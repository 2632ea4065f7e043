import { camelCase, pascalCase } from "../../generator/document/names.js";
import { HTTP_METHODS, type HttpMethod } from "../../generator/document/openapi.js";
import type { Pointer } from "../../generator/document/pointer.js";
import { isRecord } from "../../generator/document/records.js";
import { recordOf } from "../json.js";
import { match } from "../schema/match.js";
import type { Part } from "./recorder.js";

/** A method of a path. */
export interface Endpoint {
  readonly method: HttpMethod;
  readonly path: string;
  /** What the document calls it, or else what `generate` calls it. */
  readonly id: string;
  readonly item: Part;
  readonly operation: Part;
}

/** The operations of paths, or of a callback's expressions. */
export function endpointsOf(paths: unknown, pointer: Pointer): readonly Endpoint[] {
  return Object.entries(recordOf(paths)).flatMap(([path, item]) =>
    HTTP_METHODS.flatMap((method): Endpoint[] => {
      const operation = recordOf(item)[method];
      if (!isRecord(operation)) return [];
      const place = [...pointer, path];
      const { operationId } = operation;
      return [
        {
          method,
          path,
          id:
            typeof operationId === "string" && operationId !== ""
              ? operationId
              : camelCase(method) + pascalCase(path),
          item: { node: recordOf(item), pointer: place },
          operation: { node: operation, pointer: [...place, method] },
        },
      ];
    }),
  );
}

export function labelOf({ method, path }: Endpoint): string {
  return `${method.toUpperCase()} ${path}`;
}

/**
 * Pairs the operations of two documents: those of the same path; those whose paths differ in the names of parameters
 * alone, as these are not sent; and those that have moved, by their id.
 */
export function pairEndpoints(
  old: readonly Endpoint[],
  revised: readonly Endpoint[],
): ReturnType<typeof match<Endpoint>> {
  const isLike = (one: Endpoint, other: Endpoint): boolean =>
    one.method === other.method && templateOf(one.path) === templateOf(other.path);
  return match(old, revised, [
    (one, other) => (one.method === other.method && one.path === other.path ? 1 : 0),
    (one, other) => (isLike(one, other) ? (one.id === other.id ? 1 : 0.5) : 0),
    (one, other) => (one.id === other.id ? 1 : 0),
  ]);
}

export function templateOf(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, "{}");
}
