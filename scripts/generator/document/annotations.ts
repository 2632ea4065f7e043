import type { Schema } from "./openapi.js";
import { mapChildren } from "./schemas.js";

const ANNOTATIONS = new Set(["title", "description", "example", "examples", "externalDocs", "xml"]);

/** Whether a key of a schema only informs a reader, and does not constrain values. */
export function isAnnotation(key: string): boolean {
  return ANNOTATIONS.has(key) || (key.startsWith("x-") && key !== "x-extensible-enum");
}

/** A schema without annotations, at any depth: two with the same shape make the same type. */
export function shapeOf(schema: Schema): Schema {
  return mapChildren(withoutAnnotations(schema), shapeOf);
}

export function withoutAnnotations(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !isAnnotation(key)));
}

export function annotationsOf(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => isAnnotation(key)));
}
