import { readFile } from "node:fs/promises";
import type { InputDocument } from "../../scripts/generator/read/input.js";
import { generate } from "../../scripts/generator/generate.js";
import type { Fix } from "../../scripts/generator/document/fix.js";
import { OWN_IMPORTS } from "../../scripts/package/own-imports.js";

const DOCUMENTS = new URL("../fixtures/documents/", import.meta.url);

export const HEADER = "// Generated for a test.";

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
    runtime: OWN_IMPORTS,
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
