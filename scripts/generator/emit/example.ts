import type { MediaType, Parameter } from "../document/openapi.js";

/** The first example that the document gives for a parameter, a header or a body. */
export function exampleFor({ example, examples, schema }: Partial<Parameter> & MediaType): unknown {
  return example ?? Object.values(examples ?? {})[0]?.value ?? schema?.example;
}
