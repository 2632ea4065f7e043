import { readSource } from "../../scripts/document/source.js";
import type { OpenApiDocument } from "../../scripts/document/openapi.js";
import type { Mend } from "../../scripts/normalise/mend.js";
import { normalise } from "../../scripts/normalise/normalise.js";
import type { InputDocument } from "../../scripts/pipeline.js";

/** The clean document that some documents become, and what was mended on the way. */
export function clean(...documents: readonly InputDocument[]): {
  document: OpenApiDocument;
  mends: readonly Mend[];
} {
  const mends: Mend[] = [];
  const sources = documents.map(({ name, text }) => readSource(name, text));
  const document = normalise(sources, (mend) => mends.push(mend));
  return { document, mends };
}

/** Paths that answer a GET with some schemas. */
export function answering(...names: readonly string[]): string {
  return names
    .map(
      (name) => `
  /test/v1/${name.toLowerCase()}:
    get:
      operationId: get${name}
      responses:
        "200":
          description: It.
          content: { application/json: { schema: { $ref: "#/components/schemas/${name}" } } }`,
    )
    .join("");
}
