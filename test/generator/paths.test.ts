import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type * as TypeScript from "typescript";
import { describe, expect, it } from "vitest";
import type { OpenApiDocument, Response, Schema } from "../../scripts/generator/document/openapi.js";
import { mapValues, omit } from "../../scripts/generator/document/records.js";
import { mapOperations, mapRootSchemas } from "../../scripts/generator/document/schemas.js";
import { readSource } from "../../scripts/generator/read/source.js";
import { resolveResponse } from "../../scripts/generator/emit/methods.js";
import { typesOf } from "../../scripts/generator/emit/openapi-typescript.js";
import { printType } from "../../scripts/generator/emit/print-types.js";
import { bodiesOf, bodyType } from "../../scripts/generator/emit/request-bodies.js";
import { printableSchema, type PrintableSchema } from "../../scripts/generator/emit/printable.js";
import type { InputDocument } from "../../scripts/generator/read/input.js";
import { normalise } from "../../scripts/generator/normalise/normalise.js";
import { generateFrom } from "./fixtures.js";
import { createTypeChecker } from "./type-checker.js";

/** Its own declarations lead to packages that it does not install. */
const { default: openapiTS } = createRequire(import.meta.url)("openapi-typescript") as {
  readonly default: (
    document: string,
    options: { silent: true; transform: (schema: PrintableSchema) => TypeScript.TypeNode },
  ) => Promise<readonly TypeScript.Statement[]>;
};

const FOLDERS = ["../fixtures/documents/", "../../openapi/"].map(
  (folder) => new URL(folder, import.meta.url),
);
const documents = (
  await Promise.all(
    FOLDERS.map(async (folder) => {
      const names = (await readdir(folder)).filter((name) => name.endsWith(".yaml"));
      return Promise.all(
        names.map(async (name) => ({ name, text: await readFile(new URL(name, folder), "utf8") })),
      );
    }),
  )
).flat();

/** The `paths` that openapi-typescript itself writes of a document, around the types that the generator gives schemas. */
async function referencePaths(document: OpenApiDocument): Promise<string> {
  const typeOf = typesOf(document.components.schemas);
  const print = (schema: Schema): string => printType(typeOf(printableSchema(schema)));
  // openapi-typescript has no words for bytes, forms and streams: a literal stands in their place.
  const own: string[] = [];
  const standIn = (type: string): Schema => ({ type: "string", enum: [`own ${own.push(type) - 1}`] });
  const paths = mapOperations(document.paths, (operation) => {
    const bodies = new Map(bodiesOf(operation, document).map((body) => [body.mediaType, body]));
    const content = mapValues(operation.requestBody?.content ?? {}, (media, mediaType) => {
      const body = bodies.get(mediaType);
      return body && body.format !== "json" ? { schema: standIn(bodyType(body, print)) } : media;
    });
    return operation.requestBody
      ? { ...operation, requestBody: { ...operation.requestBody, content } }
      : operation;
  });
  const printable = mapRootSchemas({ ...document, paths }, (schema) =>
    schema["x-read-as"] === undefined ? printableSchema(schema) : standIn(print(schema)),
  );
  // The types of headers go unused: openapi-fetch has those of the platform.
  const inPlace = (response: Response): Response => omit(resolveResponse(response, printable), "headers");
  const input = {
    openapi: "3.0.3",
    info: { title: "Reference", version: "1" },
    // Each operation has the parameters of its path already.
    paths: mapValues(
      mapOperations(printable.paths, (operation) => ({
        ...operation,
        // A cookie is not sent, so the types have none.
        parameters: (operation.parameters ?? []).filter((parameter) => parameter.in !== "cookie"),
        responses: mapValues(operation.responses, inPlace),
      })),
      (item) => omit(item, "parameters"),
    ),
    components: { schemas: printable.components.schemas },
  };
  const statements = await openapiTS(JSON.stringify(input), {
    silent: true,
    transform: typeOf,
  });
  return statements
    .map((statement) => printType(statement))
    .filter((text) => /^export interface (paths|operations) /.test(text))
    .join("\n")
    .replace(/"own (\d+)"/g, (_, index: string) => own[Number(index)] ?? "");
}

describe("The paths of a module have the form that openapi-typescript gives them, and `Declared` contents", () => {
  it.each(documents)("$name", { timeout: 60_000 }, async (document: InputDocument) => {
    const { files } = await generateFrom(document);
    const checker = createTypeChecker(files);
    // Not every model is part of a path.
    const errorsIn = (code: string): readonly string[] =>
      checker.errorsIn(code).filter((message) => !/ never used\.$| are unused\.$/.test(message));
    for (const { names, place, document: clean } of normalise(
      [readSource(document.name, document.text)],
      () => undefined,
    )) {
      const scope = place.length > 0 ? `under \`/${place.join("/")}\`` : `of \`${names.join("-")}\``;
      const found = [...files].find(([, text]) => text.includes(`The paths ${scope}`));
      const [file = "", text = ""] = found ?? [];
      const models = [...text.matchAll(/^export type (\w+) = /gm)].map(([, name = ""]) => name);
      const shared = [...text.matchAll(/^export type \{ (.*) \} from/gm)].flatMap(([, list = ""]) =>
        list.split(", "),
      );
      const paths = Object.keys(clean.paths);
      expect(paths.length).toBeGreaterThan(0);
      const code = `
import type { Declared, FilePart, UnknownKind, WithRequired } from "../core.js";
import type { paths as Ours, ${[...models, ...shared].join(", ")} } from "./${file.replace(/ts$/, "js")}";
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** With each content as it is for openapi-fetch, and as it is declared. */
type Contents<T> = T extends { content: infer Content }
  ? { [K in keyof T as K extends "content" ? never : K]: T[K] } & Declared<Content> extends infer All
    ? { [K in keyof All]: All[K] }
    : never
  : T;
type Operation<T> = T extends { responses: infer Responses }
  ? {
      [K in keyof T]: K extends "responses"
        ? { [Status in keyof Responses]: Contents<Responses[Status]> }
        : K extends "requestBody"
          ? Contents<T[K]>
          : T[K];
    }
  : T;
type Item<T> = { [K in keyof T]: Operation<T[K]> };
namespace reference {
${await referencePaths(clean)}
}
export const names: Same<keyof Ours, keyof reference.paths> = true;
${paths
  .map((path, index) => {
    const at = `[${JSON.stringify(path)}]`;
    return `export const path${index}: Same<Ours${at}, Item<reference.paths${at}>> = true;`;
  })
  .join("\n")}`;
      expect(errorsIn(code)).toEqual([]);
      const first = JSON.stringify(paths[0]);
      const wrong = `\nexport const wrong: Same<Ours[${first}], Omit<Item<reference.paths[${first}]>, "trace">> = true;
export const plain: Same<Ours[${first}], reference.paths[${first}]> = true;`;
      expect(errorsIn(code + wrong)).toHaveLength(2);
    }
  });
});
