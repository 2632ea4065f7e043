import type { Schema } from "./openapi.js";
import { mapChildren } from "./schemas.js";

const ANNOTATIONS = new Set(["title", "description", "example", "examples", "externalDocs", "xml"]);

/** Whether a key of a schema tells a reader something, and says nothing of what a value must be. */
export function isAnnotation(key: string): boolean {
  return ANNOTATIONS.has(key) || (key.startsWith("x-") && key !== "x-extensible-enum");
}

/** A schema with nothing but what values must be, at whatever depth: two that have the same shape are one type. */
export function shapeOf(schema: Schema): Schema {
  return mapChildren(withoutAnnotations(schema), shapeOf);
}

export function withoutAnnotations(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !isAnnotation(key)));
}

export function annotationsOf(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => isAnnotation(key)));
}
