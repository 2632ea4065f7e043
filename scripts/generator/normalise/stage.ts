import type { OpenApiDocument, Schema } from "../document/openapi.js";
import type { Pointer } from "../document/pointer.js";
import { mapSchemas } from "../document/schemas.js";
import type { Part } from "../read/part.js";

/** A step of normalising: its result has the form of its input. */
export type Stage<T> = (input: T) => T;

/** What a stage knows about the document that it changes. */
export type Context = Omit<Part, "document">;

/** What is done to each document by itself. */
export type DocumentStage = (document: OpenApiDocument, context: Context) => OpenApiDocument;

export function run<T>(stages: readonly Stage<T>[], input: T): T {
  return stages.reduce((result, stage) => stage(result), input);
}

/** Takes one document after the other through all of the stages, so that the fixes of a document are reported together. */
export function each(stages: readonly DocumentStage[]): Stage<readonly Part[]> {
  return (parts) =>
    parts.map((part) => ({
      ...part,
      document: run(
        stages.map((stage) => (document: OpenApiDocument) => stage(document, part)),
        part.document,
      ),
    }));
}

/** What is done to each schema by itself, to those within it first. */
export type SchemaStage = (
  schema: Schema,
  pointer: Pointer,
  context: Context & Pick<OpenApiDocument, "openapi">,
) => Schema;

/** Takes each schema through all of the stages, so that a document is gone through once. */
export function toSchemas(stages: readonly SchemaStage[]): DocumentStage {
  return (document, context) => {
    const known = { ...context, openapi: document.openapi };
    return mapSchemas(document, (schema, pointer) =>
      stages.reduce((result, stage) => stage(result, pointer, known), schema),
    );
  };
}

/** Leaves whole documents as they are. */
export function inFragments(stage: DocumentStage): DocumentStage {
  return (document, context) => (context.isFragment ? stage(document, context) : document);
}
