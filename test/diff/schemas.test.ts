import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Direction } from "../../scripts/generator/document/directions.js";
import { compare, type Means } from "./compare.js";

/** A change of one schema, and what it means in a request and in a response. */
interface SchemaChange extends Readonly<Record<Direction, Means>> {
  readonly change: string;
  readonly old: object;
  readonly new: object;
  /** The only version of OpenAPI that can say it. */
  readonly openapi?: string;
}

const FOLDER = new URL("../fixtures/changes/schemas/", import.meta.url);
const components = read("components.yaml") as object;
const topics = readdirSync(FOLDER)
  .filter((file) => file !== "components.yaml")
  .map((file) => ({ topic: file.replace(".yaml", ""), changes: read(file) as readonly SchemaChange[] }));

describe.each(topics)("A change of $topic", ({ changes }) => {
  describe.each(changes)("$change", (entry) => {
    const versions = entry.openapi === undefined ? ["3.0.3", "3.1.0"] : [entry.openapi];
    const cases = versions.flatMap((openapi) => [
      { openapi, direction: "request" as const, means: entry.request },
      { openapi, direction: "response" as const, means: entry.response },
    ]);
    it.each(cases)("is $means in a $direction of OpenAPI $openapi", async ({ openapi, direction, means }) => {
      const { step, changes: found } = await compare(
        documentWith(entry.old, direction, openapi),
        documentWith(entry.new, direction, openapi),
      );
      expect(step, JSON.stringify(found, undefined, 2)).toBe(means);
    });
  });
});

function documentWith(schema: object, direction: Direction, openapi: string): object {
  const content = { "application/json": { schema: { type: "object", properties: { note: schema } } } };
  const operation =
    direction === "request"
      ? { requestBody: { required: true, content }, responses: { 204: { description: "Done." } } }
      : { responses: { 200: { description: "Good.", content } } };
  return {
    openapi,
    info: { title: "Orchard", version: "1.0.0" },
    paths: { "/trees": { post: { operationId: "plantTree", ...operation } } },
    components: { schemas: components },
  };
}

function read(file: string): unknown {
  return parse(readFileSync(new URL(file, FOLDER), "utf8"));
}
