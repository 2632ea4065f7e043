import { describe, expect, it } from "vitest";
import type { InputDocument } from "../../../scripts/generator/read/input.js";
import { generateFrom } from "../fixtures.js";
import { createTypeChecker } from "../type-checker.js";

/** A document with an operation at each path. */
function documentWith(name: string, root: object, ...paths: readonly string[]): InputDocument {
  const operation = { responses: { 200: { description: "Fine.", content: { "text/plain": {} } } } };
  const items = paths.map((path) => [path, { get: operation }] as const);
  const info = { title: "Test", version: "1" };
  const text = JSON.stringify({ openapi: "3.0.3", info, ...root, paths: Object.fromEntries(items) });
  return { name: `${name}.yaml`, text };
}

const registry = documentWith(
  "registry",
  { "x-service": "registry-v1", "x-base-url": "required" },
  "/subjects",
  "/keys/v1/keks",
);
const metrics = documentWith("metrics", { "x-base-url": "https://metrics.example" }, "/metrics/v2/query");
const garden = documentWith("garden", {}, "/garden/v1/plots");

describe("A document that names its service", () => {
  it("is one module, with resources where its paths have them", async () => {
    const { files } = await generateFrom(registry, garden);
    expect([...files.keys()]).toEqual(expect.arrayContaining(["registry-v1.ts", "garden-v1.ts"]));
    const checker = createTypeChecker(files);
    const program = `import type { RegistryV1 } from "./registry-v1.js";
export const read = (registry: RegistryV1) => [registry.subjects, registry.keys.v1.keks];`;
    expect(checker.errorsIn(program)).toEqual([]);
  });

  it("is refused beside another that begins its paths alike", async () => {
    await expect(generateFrom(registry, documentWith("keys", {}, "/keys/v2/keys"))).rejects.toThrow(
      /^registry\.yaml:\d+:\d+: a client cannot have `keys` of both this document and keys\.yaml/,
    );
  });

  it.each(["Registry v1", "", 1])("by %j is refused", async (name) => {
    await expect(generateFrom(documentWith("a", { "x-service": name }, "/a"))).rejects.toThrow(
      "x-service is a name such as `library-v1`",
    );
  });
});

describe("A service with a host of its own", () => {
  it("says so in its API, and is not in that of the index", async () => {
    const { files } = await generateFrom(registry, metrics, garden);
    expect(files.get("registry-v1.ts")).toContain("baseUrl: null,");
    expect(files.get("metrics-v2.ts")).toContain('baseUrl: "https://metrics.example",');
    const index = files.get("index.ts") ?? "";
    expect(index).toContain("operations: { garden: { v1: gardenV1Operations } }");
    expect(index).toContain('export { registryV1 } from "./registry-v1.js";');
  });

  it("is in the index if there is no other, with its URL", async () => {
    const { files } = await generateFrom(metrics);
    expect(files.get("index.ts")).toContain('baseUrl: "https://metrics.example", operations:');
  });

  it.each(["metrics", 1])("at %j is refused", async (baseUrl) => {
    await expect(generateFrom(documentWith("a", { "x-base-url": baseUrl }, "/a"))).rejects.toThrow(
      "x-base-url is a URL, or `required`",
    );
  });
});
