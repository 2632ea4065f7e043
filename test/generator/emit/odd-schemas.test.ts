import { beforeAll, describe, expect, it } from "vitest";
import { documentOf, generateFixtures, generateFrom, type Generated } from "../fixtures.js";
import { createTypeChecker, type TypeChecker } from "../type-checker.js";

let generated: Generated;
let service: string;
let checker: TypeChecker;

beforeAll(async () => {
  generated = await generateFixtures("orchard-v1.yaml");
  service = generated.files.get("orchard-v1.ts") ?? "";
  checker = createTypeChecker(generated.files);
});

const PRELUDE = `
import type { Resources } from "./index.js";
import type { Tree, TreeCreate } from "./orchard-v1.js";
declare const trees: Resources["orchard"]["v1"]["trees"];
declare const tree: Tree;
export type Imported = [typeof trees, typeof tree, TreeCreate];
`;

function errorsIn(code: string): readonly string[] {
  return checker.errorsIn(PRELUDE + code);
}

describe("A document of odd schemas", () => {
  it("gives code that compiles, without types that say nothing", () => {
    expect(checker.errorsInFiles()).toEqual([]);
    expect(service).not.toContain("Record<string, never>");
    expect(service.match(/^ *\w+\??: unknown;$/gm)).toEqual(
      Array(3).fill(["    anything?: unknown;", "    never_declared: unknown;"]).flat(),
    );
  });

  it.each([
    ["null among types", "age?: number | null;"],
    ["several types", "code?: string | number;"],
    ["a constant", 'kind?: "Tree";'],
    ["null as a member of a union", "neighbour?: Tree | null;"],
    ["a union of one", "only?: Bed;"],
    ["an array of arrays", "grid?: string[][];"],
    ["an allOf in an allOf", "nested?: Bed;"],
  ])("takes %s for what it is", (_what, line) => {
    expect(service).toContain(`    ${line}`);
  });

  it("asks for one of the properties that a union of `required` names", () => {
    expect(errorsIn(`export const either: Tree["either"] = { graft: 1 };`)).toEqual([]);
    expect(errorsIn(`export const either: Tree["either"] = {};`)).toHaveLength(1);
  });

  it("asks a body for what a member of allOf requires of its properties", () => {
    expect(
      errorsIn(
        `export const body: TreeCreate = { never_declared: 1, spec: { name: "Oak", bed: { id: "bed-1" } } };`,
      ),
    ).toEqual([]);
    expect(errorsIn(`export const body: TreeCreate = { never_declared: 1, spec: {} };`)).toHaveLength(1);
    expect(
      errorsIn(`export const body: TreeCreate = { never_declared: 1, spec: { name: "Oak", bed: {} } };`),
    ).toHaveLength(1);
    expect(
      errorsIn(`export const body: TreeCreate = { never_declared: 1, spec: { name: "Oak", phase: "" } };`),
    ).toHaveLength(1);
  });

  it("makes a type require what every response with it requires, and no more", () => {
    expect(errorsIn(`export const name: string | undefined = tree.spec.name;`)).toEqual([]);
    expect(errorsIn(`export const id: string = tree.id;`)).toHaveLength(1);
  });
});

describe("A fix to an operation", () => {
  const reasonsAt = (pointer: string): readonly string[] =>
    generated.fixes.filter((fix) => fix.pointer === pointer).map(({ reason }) => reason);

  it("gives an id to one that has none", () => {
    expect(reasonsAt("/paths/~1orchard~1v1~1trees~1{id}/put")).toEqual([
      "the operation has no id: it is putOrchardV1TreesId now",
    ]);
  });

  it("gives another id to one whose id another has", () => {
    expect(reasonsAt("/paths/~1orchard~1v1~1trees~1{id}/get")).toEqual([
      "listOrchardTrees is the id of another operation: it is listOrchardTreesOrchardV1TreesId now",
    ]);
  });

  it("makes a parameter of a query string in a path", () => {
    expect(service).toContain('path: "/orchard/v1/fruits"');
    expect(service).toContain('requiredQuery: ["ripe"]');
    expect(service).toContain('ripe: "true";');
  });
});

describe("The stage of an operation", () => {
  it("is a tag that an editor shows", () => {
    expect(service).toContain("   * @experimental Preview\n");
    expect(service.indexOf("* @deprecated")).toBeLessThan(
      service.indexOf("  listOrchardTreesOrchardV1TreesId("),
    );
  });

  it("is read off a badge where the document says it nowhere else", async () => {
    const badge = (stage: string): string =>
      `[![${stage}](https://img.shields.io/badge/Lifecycle%20Stage-${encodeURIComponent(stage)}-blue)](#stages)`;
    const paths = ["Early Access", "General Availability"].map(
      (stage, index) => `
  /test/v1/a${index}:
    get: { operationId: getIt${index}, description: "${badge(stage)}", responses: { "204": { description: Done. } } }`,
    );
    const { files } = await generateFrom(documentOf({ paths: paths.join("") }));
    expect(files.get("test-v1.ts")?.match(/@experimental.*/g)).toEqual(["@experimental Early Access"]);
  });
});

describe("What is not JSON", () => {
  it("is sent as the bytes or the text that it is, under the type that the document names", () => {
    expect(service).toContain(
      'put(id: string, body: NonNullable<RequestInit["body"]>, options?: CallOptions): ApiPromise<void>;',
    );
    expect(service).toContain('formats: { "image/png": "raw" }');
  });

  it("is received as text or as bytes", () => {
    expect(service).toContain("): ApiPromise<Blob>;");
    expect(service).toContain("list(query: ListRipeFruitsQuery, options?: CallOptions): ApiPromise<string>;");
  });

  it("is distinguished from JSON of a vendor's own type", () => {
    expect(service).toContain('formats: { "application/vnd.orchard.v1+json": "json" }');
    expect(service).toContain("create(body: TreeCreate, ");
  });
});

describe("A method", () => {
  const operation = (id: string): string =>
    `{ operationId: ${id}, responses: { "204": { description: Done. } } }`;

  it("takes its whole id where another of its resource has its verb", async () => {
    const paths = `\n  /test/v1/a:\n    get: ${operation("getA")}\n  /test/v1/a/{id}:\n    get: ${operation("getOneA")}`;
    const { files } = await generateFrom(documentOf({ paths }));
    expect(files.get("test-v1.ts")).toMatch(/ {2}get\(query[^]* {2}getOneA\(id: string/);
  });

  it("takes its whole id where a resource has its name", async () => {
    const paths = `\n  /test/v1/a:\n    get: ${operation("listA")}\n  /test/v1/a/list:\n    get: ${operation("getList")}`;
    const { files } = await generateFrom(documentOf({ paths }));
    expect(files.get("test-v1.ts")).toContain("  listA(query");
    expect(files.get("test-v1.ts")).toContain("  readonly list: TestV1AList;");
  });

  it("does not hide a version of its service", async () => {
    const paths = `\n  /a:\n    get: ${operation("v1Get")}\n  /a/v1/b:\n    get: ${operation("listB")}`;
    const { files } = await generateFrom(documentOf({ paths }));
    expect([...files.keys()]).toEqual(["index.ts", "a.ts", "a-v1.ts"]);
    expect(files.get("a.ts")).toContain("  callV1Get(query");
    const code = `
      import type { Resources } from "./index.js";
      declare const a: Resources["a"];
      export const both = [a.callV1Get(), a.v1.b.list()];`;
    expect(createTypeChecker(files).errorsIn(code)).toEqual([]);
    expect(files.get("index.ts")).toContain("operations: { a: { ...aOperations, v1: aV1Operations } }");
  });

  it("of a version or of nothing at all belongs to a root", async () => {
    const paths = `\n  /v2:\n    get: ${operation("getRoot")}\n  /v2/a:\n    get: ${operation("listA")}\n  /:\n    get: ${operation("getAll")}`;
    const { files } = await generateFrom(documentOf({ paths }));
    expect([...files.keys()]).toEqual(["index.ts", "root.ts", "v2-a.ts", "v2-root.ts"]);
    expect(createTypeChecker(files).errorsInFiles()).toEqual([]);
  });
});
