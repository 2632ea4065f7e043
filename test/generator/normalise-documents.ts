import type { Fix } from "../../scripts/generator/document/fix.js";
import type { OpenApiDocument } from "../../scripts/generator/document/openapi.js";
import type { InputDocument } from "../../scripts/generator/read/input.js";
import { normalise } from "../../scripts/generator/normalise/normalise.js";
import { readSource } from "../../scripts/generator/read/source.js";

/** The normalised document of the documents of one service, and the fixes to them. */
export function normaliseDocuments(...documents: readonly InputDocument[]): {
  document: OpenApiDocument;
  fixes: readonly Fix[];
} {
  const fixes: Fix[] = [];
  const sources = documents.map(({ name, text }) => readSource(name, text));
  const [service, ...others] = normalise(sources, (fix) => fixes.push(fix));
  if (!service || others.length > 0) throw new Error("these documents are not of one service");
  return { document: service.document, fixes };
}

/** For each schema a path whose GET returns it. */
export function pathsReturning(...names: readonly string[]): string {
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
