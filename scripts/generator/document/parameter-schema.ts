import type { MediaType, Parameter, Schema } from "./openapi.js";

/** The media type of a parameter that the document describes by `content`, and what it has of it. */
export function contentOf({ content }: Pick<Parameter, "content">): readonly [string, MediaType] | undefined {
  return Object.entries(content ?? {})[0];
}

/** The schema of a parameter, under `schema` or in its `content`. */
export function parameterSchema(parameter: Pick<Parameter, "schema" | "content">): Schema | undefined {
  return contentOf(parameter)?.[1].schema ?? parameter.schema;
}
