import { describe, expect, it } from "vitest";
import { argumentNames } from "../../../scripts/generator/emit/signature.js";
import { documentOf, generateFixtures, generateFrom } from "../fixtures.js";

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
    const types = await typesOf("garden-v1.yaml");
    expect(types).toEqual(expect.arrayContaining(["Plant", "PlantList", "PotHome", "ListMeta"]));
  });

  it("of a request says what it is for", async () => {
    const types = await typesOf("garden-v1.yaml", "garden-v2.yaml");
    expect(types).toEqual(
      expect.arrayContaining(["PlantCreate", "PotHomeInput", "PlantHomeInput", "ReferenceInput"]),
    );
    expect(types).toEqual(
      expect.arrayContaining(["GardenV2PlantCreate", "GardenV2PlantUpdate", "GardenV2PlantInput"]),
    );
  });

  it("of a body that differs from another of its name is called by the operation's verb", async () => {
    expect(await typesOf("garden-v1.yaml", "garden-v2.yaml")).toContain("GardenV2PlantWater");
  });

  it("keeps its short name in the first document, and says its service in another", async () => {
    const types = await typesOf("garden-v1.yaml", "garden-v2.yaml");
    expect(types).toEqual(
      expect.arrayContaining(["Plant", "GardenV2Plant", "ListPlantsQuery", "ListGardenV2PlantsQuery"]),
    );
    expect(await typesOf("garden-v2.yaml", "garden-v1.yaml")).toEqual(
      expect.arrayContaining(["Plant", "GardenV1Plant", "ListPlantsQuery", "ListGardenV1PlantsQuery"]),
    );
  });

  it("is there once for equal components of several documents", async () => {
    const types = await typesOf("garden-v1.yaml", "garden-v2.yaml");
    expect(types.filter((name) => name.includes("Reference"))).toEqual(["Reference", "ReferenceInput"]);
  });

  it("is not there for a component that no operation leads to", async () => {
    expect(await typesOf("garden-v1.yaml")).not.toContain("Forgotten");
  });

  it("does not hide a global of its name", async () => {
    const types = await typesOf("garden-v1.yaml");
    expect(types).toContain("ErrorObject");
    expect(types).not.toContain("Error");
  });
});

/** The names of the types that a generated `index.ts` exports. */
async function typesOf(...names: readonly string[]): Promise<readonly string[]> {
  const { files } = await generateFixtures(...names);
  const [, list = ""] =
    /export type \{([^}]*)\} from "\.\/types\.js";/.exec(files.get("index.ts") ?? "") ?? [];
  return list.split(",").map((name) => name.trim());
}
