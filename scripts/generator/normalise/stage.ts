import type { OpenApiDocument } from "../document/openapi.js";
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

/** Leaves whole documents as they are. */
export function inFragments(stage: DocumentStage): DocumentStage {
  return (document, context) => (context.isFragment ? stage(document, context) : document);
}
