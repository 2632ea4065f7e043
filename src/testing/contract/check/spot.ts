import type { Schema } from "../../document/schema.js";
import type { Pointer } from "../finding.js";

/** A schema that a value has to fit, and where it is in the document. */
export interface View {
  readonly schema: Schema;
  readonly pointer: Pointer;
}

/** A value in a body, and all that the document says of it. */
export interface Spot {
  readonly value: unknown;
  /** Such as `body.data[].config`. */
  readonly place: string;
  /** The schemas of the value: those of its `allOf`, and of the variants that it is. */
  readonly views: readonly View[];
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is null where one of its schemas says that it may be. */
export function isNullHere({ value, views }: Spot): boolean {
  return value === null && views.some(({ schema }) => allowsNull(schema));
}

function allowsNull({ nullable, type = [], enum: values = [] }: Schema): boolean {
  return nullable === true || [type].flat().includes("null") || values.includes(null);
}
