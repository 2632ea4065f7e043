import { describe, expect, it } from "vitest";
import { argumentNames } from "../../../scripts/generator/emit/signature.js";
import type { InputDocument } from "../../../scripts/generator/read/input.js";
import { documentOf, generateFixtures, generateFrom, type Generated } from "../fixtures.js";

describe("A method", () => {
  const methodsOf = async (path: string, operationId: string): Promise<string> => {
    const paths = `\n  ${path}:\n    get: { operationId: ${operationId}, responses: { "204": { description: Done. } } }`;
    const { files } = await generateFrom(documentOf({ paths }));
    return files.get("garden-v1.ts") ?? "";
  };

  it.each([
    ["/garden/v1/plants", "listGardenV1Plants", "list"],
    ["/garden/v1/plants", "readGardenV1Plant", "read"],
    ["/garden/v1/plants", "ListPlants", "list"],
    ["/garden/v1/plants", "list_plants", "list"],
    ["/garden/v1/plants:water", "waterGardenV1Plants", "water"],
  ])("of %s with the id %s is called %s", async (path, operationId, name) => {
    expect(await methodsOf(path, operationId)).toContain(
      `  ${name}(query?: undefined, options?: CallOptions)`,
    );
  });

  it("has arguments with valid names", () => {
    expect(argumentNames(["id", "plant_id", "default", "query", "body", "class"])).toEqual([
      "id",
      "plantId",
      "defaultParameter",
      "queryParameter",
      "bodyParameter",
      "classParameter",
    ]);
  });
});

describe("A type", () => {
  it("has the last part of its component's name", async () => {
    const types = typesIn(await generateFixtures("garden-v1.yaml"), "garden-v1.ts");
    expect(types).toEqual(expect.arrayContaining(["Plant", "PlantList", "PotHome", "ListMeta"]));
  });

  it("of a written schema says what it is for", async () => {
    const { files } = await generateFixtures("garden-v1.yaml", "garden-v2.yaml");
    expect(typesIn({ files }, "garden-v1.ts")).toEqual(
      expect.arrayContaining(["PlantCreate", "PotHomeInput"]),
    );
    expect(typesIn({ files }, "garden-v2.ts")).toEqual(
      expect.arrayContaining(["PlantCreate", "PlantUpdate", "PlantInput"]),
    );
    expect(typesIn({ files }, "shared.ts")).toContain("ReferenceInput");
  });

  it("of a body that differs from another of its name is called by the operation's verb", async () => {
    expect(typesIn(await generateFixtures("garden-v2.yaml"), "garden-v2.ts")).toContain("PlantWater");
  });

  it("has the same name in the modules of two services", async () => {
    const { files } = await generateFixtures("garden-v1.yaml", "garden-v2.yaml");
    for (const file of ["garden-v1.ts", "garden-v2.ts"]) {
      expect(typesIn({ files }, file)).toEqual(expect.arrayContaining(["Plant", "ListPlantsQuery"]));
    }
  });

  it("says the prefix of its key where another document of its service has its name", async () => {
    const document = (name: string, path: string, type: string): InputDocument => ({
      ...documentOf({
        paths: `
  /test/v1/${path}:
    get:
      operationId: ${path}
      responses: { "200": { description: It., content: { application/json: { schema: { $ref: "#/components/schemas/${name}.Thing" } } } } }`,
        schemas: `
    ${name}.Thing: { type: ${type} }`,
      }),
      name: `${name}.yaml`,
    });
    const documents = [document("b", "late", "integer"), document("a", "early", "string")];
    const generated = await generateFrom(...documents);
    expect(typesIn(generated, "test-v1.ts")).toEqual(["Thing", "BThing"]);
    expect(generated.files.get("test-v1.ts")).toContain("export type Thing = string;");
    expect(await generateFrom(...documents.toReversed())).toEqual(generated);
  });

  it("is there once for equal components of several services", async () => {
    const { files } = await generateFixtures("garden-v1.yaml", "garden-v2.yaml");
    const references = [...files.keys()].flatMap((file) =>
      typesIn({ files }, file).filter((name) => name.includes("Reference")),
    );
    expect(references).toEqual(["Reference", "ReferenceInput"]);
  });

  it("is not there for a component that no operation leads to", async () => {
    expect(typesIn(await generateFixtures("garden-v1.yaml"), "garden-v1.ts")).not.toContain("Forgotten");
  });

  it("does not hide a global of its name", async () => {
    const types = typesIn(await generateFixtures("garden-v1.yaml"), "garden-v1.ts");
    expect(types).toContain("ErrorObject");
    expect(types).not.toContain("Error");
  });
});

/** The names of the types that a generated file declares. */
function typesIn({ files }: Pick<Generated, "files">, file: string): readonly string[] {
  return [...(files.get(file) ?? "").matchAll(/^export type (\w+) = /gm)].map(([, name = ""]) => name);
}
