import { describe, expect, it } from "vitest";
import { documentOf, readFixture } from "../fixtures.js";
import { normaliseDocuments, pathsReturning } from "../normalise-documents.js";

describe("Merging documents", () => {
  it("shares a component only if the components that it refers to are equal too", () => {
    const leaf = (type: string): string => `
    Tree: { type: object, properties: { leaf: { $ref: "#/components/schemas/Leaf" } } }
    Leaf: { type: ${type} }`;
    const first = documentOf({ paths: pathsReturning("Tree"), schemas: leaf("string") });
    const paths = pathsReturning("Tree").replaceAll("/tree", "/tree2").replaceAll("getTree", "getTree2");
    const equal = normaliseDocuments(first, documentOf({ paths, schemas: leaf("string") }));
    expect(Object.keys(equal.document.components.schemas)).toEqual(["Tree", "Leaf"]);
    const different = normaliseDocuments(first, documentOf({ paths, schemas: leaf("integer") }));
    expect(Object.keys(different.document.components.schemas)).toEqual([
      "Tree",
      "Leaf",
      "TestV1Tree",
      "TestV1Leaf",
    ]);
    expect(different.document.components.schemas["TestV1Tree"]?.properties?.["leaf"]).toEqual({
      $ref: "#/components/schemas/TestV1Leaf",
    });
  });

  it("works with components that refer to each other in a circle", async () => {
    const { document } = normaliseDocuments(await readFixture("garden-v2.yaml"));
    const parent = document.components.schemas["PlantInput"]?.properties?.["parent"];
    expect(parent).toEqual({ $ref: "#/components/schemas/PlantInput" });
  });
});
