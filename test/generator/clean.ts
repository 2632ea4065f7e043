import { readSource } from "../../scripts/generator/document/source.js";
import type { OpenApiDocument } from "../../scripts/generator/document/openapi.js";
import type { Fix } from "../../scripts/generator/normalise/fix.js";
import { normalise } from "../../scripts/generator/normalise/normalise.js";
import type { InputDocument } from "../../scripts/generator/generate.js";

/** The clean document that documents of one service become, and what was fixed on the way. */
export function clean(...documents: readonly InputDocument[]): {
  document: OpenApiDocument;
  fixes: readonly Fix[];
} {
  const fixes: Fix[] = [];
  const sources = documents.map(({ name, text }) => readSource(name, text));
  const [service, ...others] = normalise(sources, (fix) => fixes.push(fix));
  if (!service || others.length > 0) throw new Error("these are not documents of one service");
  return { document: service.document, fixes };
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
