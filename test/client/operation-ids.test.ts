import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { completeOperations, operationsOf } from "../../src/client/operation-tree.js";
import * as generated from "../../src/generated/index.js";

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId?: string }>>>>;
}

/** The ids of all operations of the documents, by method and path. */
function readIds(): ReadonlyMap<string, string | undefined> {
  const names = readdirSync("openapi").filter((name) => name.endsWith(".yaml"));
  const documents = names.map((name) => parse(readFileSync(`openapi/${name}`, "utf8")) as Document);
  return new Map(
    documents
      .flatMap(({ paths }) => Object.entries(paths))
      .flatMap(([path, item]) =>
        Object.entries(item).map(([method, one]) => [`${method.toUpperCase()} ${path}`, one.operationId]),
      ),
  );
}

test("each operation has the id and the method of its document, though tables leave out the usual ones", () => {
  const ids = readIds();
  const { api, ...services } = generated;
  const operationsIn = (tree: typeof api.operations) => [...operationsOf(completeOperations(tree))];
  const operations = Object.values(services).flatMap((service) => operationsIn(service.operations));
  expect(operations.length).toBeGreaterThan(400);
  expect(operations.filter(({ id, method, path }) => ids.get(`${method} ${path}`) !== id)).toEqual([]);
  const all = new Set(operations.map(({ id }) => id));
  expect(operationsIn(api.operations).filter(({ id }) => !all.has(id))).toEqual([]);
});
