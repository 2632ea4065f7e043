import type { Schema } from "../../../scripts/generator/document/openapi.js";
import type { JsonSchema } from "./json.js";

/** The limits of a number: some are flags in OpenAPI 3.0. */
export function limitsOf({
  minimum,
  maximum,
  exclusiveMinimum: above,
  exclusiveMaximum: below,
}: Schema): object {
  return {
    ...(minimum !== undefined && { [above === true ? "exclusiveMinimum" : "minimum"]: minimum }),
    ...(maximum !== undefined && { [below === true ? "exclusiveMaximum" : "maximum"]: maximum }),
    ...(typeof above === "number" && { exclusiveMinimum: above }),
    ...(typeof below === "number" && { exclusiveMaximum: below }),
  };
}

/** What has properties is an object, whether it says so or not. */
export function impliedType({ type, properties, patternProperties, additionalProperties }: Schema): object {
  const isDescribed = (properties ?? patternProperties ?? additionalProperties) !== undefined;
  return type === undefined && isDescribed ? { type: "object" } : {};
}

/** What is required is thereby described, in this schema and in no other variant. */
export function declaring(required: readonly string[], hidden: ReadonlySet<string>): JsonSchema {
  const names = required.filter((name) => !hidden.has(name));
  return { properties: Object.fromEntries(names.map((name) => [name, true])) };
}
