import { readFile } from "node:fs/promises";
import type { InputDocument } from "../../scripts/generator/read/input.js";
import { generate, type GenerateOptions } from "../../scripts/generator/generate.js";
import type { Fix } from "../../scripts/generator/document/fix.js";

const DOCUMENTS = new URL("../fixtures/documents/", import.meta.url);

export const HEADER = "// Generated for a test.";

/** Where files in `src/generated` import the client's types from. */
export const RUNTIME: GenerateOptions["runtime"] = {
  Api: "../operation.js",
  ApiPromise: "../pipeline/api-promise.js",
  CallOptions: "../pipeline/call-options.js",
  FilePart: "../util/file-part.js",
  HeaderOptions: "../pipeline/call-options.js",
  JsonContent: "../util/openapi-paths.js",
  OperationTree: "../operation.js",
  Paginated: "../paging/paginated.js",
  PathItem: "../util/openapi-paths.js",
  PathOperation: "../util/openapi-paths.js",
  UnknownKind: "../operation.js",
  WithRequired: "../util/with-required.js",
  encodeBody: "../http/encode-body.js",
  serializeForm: "../http/serialize-form.js",
  serializeMultipart: "../http/serialize-multipart.js",
  serializeStyledForm: "../http/styled-form.js",
  serializeStyledHeaders: "../http/styled-headers.js",
  serializeStyledPath: "../http/styled-path.js",
  serializeStyledQuery: "../http/styled-query.js",
  readEventStream: "../http/read-event-stream.js",
  readJsonEventStream: "../http/read-event-stream.js",
  readJsonStream: "../http/read-json-stream.js",
};

export async function readFixture(name: string): Promise<InputDocument> {
  return { name, text: await readFile(new URL(name, DOCUMENTS), "utf8") };
}

export interface Generated {
  readonly files: ReadonlyMap<string, string>;
  readonly fixes: readonly Fix[];
}

export async function generateFixtures(...names: readonly string[]): Promise<Generated> {
  return generateFrom(...(await Promise.all(names.map(readFixture))));
}

/** Generates from documents given as text. */
export async function generateFrom(...documents: readonly InputDocument[]): Promise<Generated> {
  const fixes: Fix[] = [];
  const files = await generate(documents, {
    runtime: RUNTIME,
    header: HEADER,
    onFix: (fix) => fixes.push(fix),
  });
  return { files, fixes };
}

/** A document around some paths and schemas, given as the lines of YAML below those keys. */
export function documentOf({
  paths = "",
  schemas = "",
}: {
  paths?: string;
  schemas?: string;
}): InputDocument {
  const text = `openapi: 3.0.3
info: { title: Test, version: 1.0.0 }
paths:${paths === "" ? " {}" : paths}
components:
  schemas:${schemas === "" ? " {}" : schemas}
`;
  return { name: "test.yaml", text };
}
