import { reachableIn, type Direction } from "../../document/directions.js";
import type { OpenApiDocument, Schema } from "../../document/openapi.js";
import type { Pointer } from "../../document/pointer.js";
import { mapRootSchemas } from "../../document/schemas.js";

/** The schemas outside of `components.schemas` that belong to a direction. */
export function rootsOf(document: OpenApiDocument, direction: Direction): readonly Schema[] {
  const roots: Schema[] = [];
  mapRootSchemas(document, (schema, pointer) => {
    if (pointer[1] !== "schemas" && directionOf(pointer) === direction) roots.push(schema);
    return schema;
  });
  return roots;
}

/** Parameters and bodies are of requests; what is in `responses`, of an operation or of `components`, is not. */
export function directionOf(pointer: Pointer): Direction {
  return pointer[0] === "paths" && pointer[3] !== "responses" ? "request" : "response";
}

/** Tells of a schema of a document, or of the component that it is, the directions in which it occurs. */
export function directionsIn(document: OpenApiDocument): (pointer: Pointer) => readonly Direction[] {
  const { schemas } = document.components;
  const reached = (["request", "response"] as const).map(
    (direction) => [direction, reachableIn(direction, rootsOf(document, direction), schemas)] as const,
  );
  return (pointer) => {
    const [, kind, name = ""] = pointer;
    if (kind !== "schemas") return [directionOf(pointer)];
    return reached.filter(([, names]) => names.has(name)).map(([direction]) => direction);
  };
}
