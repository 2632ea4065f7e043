import { beforeAll, describe, expect, it } from "vitest";
import { generateFixtures, generateFrom, readFixture, type Generated } from "../fixtures.js";
import { createTypeChecker, type TypeChecker } from "../type-checker.js";

let generated: Generated;
let types: string;
let checker: TypeChecker;

beforeAll(async () => {
  generated = await generateFixtures("garden-fragment.yaml");
  types = generated.files.get("garden-v1.ts") ?? "";
  checker = createTypeChecker(generated.files);
});

const PRELUDE = `
import type { Plant, UnknownPlantHome, PlantHome } from "./garden-v1.js";
import type { Resources } from "./index.js";
declare const plants: Resources["garden"]["v1"]["plants"];
declare const plant: Plant;
export type Imported = [typeof plants, typeof plant, PlantHome, UnknownPlantHome];
`;

describe("A fragment of a document", () => {
  it("gives files that compile", () => {
    expect(checker.errorsInFiles()).toEqual([]);
    expect([...generated.files.keys()]).toEqual(["index.ts", "garden-v1.ts"]);
  });

  it("has no empty or unknown types", () => {
    expect(types).not.toContain("Record<string, never>");
    expect(types.match(/^ *\w+\??: unknown;$/gm)).toBeNull();
  });

  it("types the items of a list by name, with what the list requires of them", () => {
    const code = `
      export async function run(): Promise<string> {
        for await (const item of plants.list({ bed: "bed-1" })) return item.id + item.home.kind + item.bed.related;
        return "";
      }`;
    expect(checker.errorsIn(PRELUDE + code)).toEqual([]);
    expect(checker.errorsIn(`${PRELUDE}export const typo = plant.dispaly_name;`)).toHaveLength(1);
    expect(generated.files.get("garden-v1.ts")).toContain("): Paginated<Plant>;");
  });

  it("has open enums, except constants and discriminators", () => {
    expect(types).toContain('sort?: "ROSE" | (string & {});');
    expect(types).toContain('state?: "ALIVE" | "DEAD" | (string & {});');
    expect(types).toContain('kind?: "Plant";');
    expect(types).toContain('kind: "Pot";');
    expect(types).toContain("export type PlantHome = PotHome | UnknownPlantHome;");
  });

  it("declares a repeated schema once", () => {
    expect(types.match(/^export type (Failure|ErrorObject|PotHome) = /gm)).toHaveLength(3);
  });

  it("reports each fix at its place in the fragment", () => {
    const item =
      "/paths/~1garden~1v1~1plants/get/responses/200/content/application~1json/schema/allOf/0/properties/data/items";
    const at = (pointer: string): readonly string[] =>
      generated.fixes.filter((fix) => fix.pointer === pointer).map(({ reason }) => reason);
    expect(at("")).toEqual(["completed to a document, garden/v1: it has only paths"]);
    expect(at(item)).toEqual(["required includes that of a member of allOf: id, home, bed"]);
    expect(at(`${item}/allOf/0/properties/home/discriminator/mapping`)).toEqual([
      "refers to schemas by name, in place of copies of them",
    ]);
    expect(at(`${item}/allOf/0/properties/home`)).toEqual([
      "the union is open to a `kind` that the document does not know yet",
    ]);
  });

  it("may lack the key `paths`", async () => {
    const text =
      "/garden/v1/beds:\n  get: { operationId: listBeds, responses: { '204': { description: None. } } }\n";
    const { files, fixes } = await generateFrom({ name: "bare.yaml", text });
    expect(files.get("garden-v1.ts")).toContain('path: "/garden/v1/beds"');
    expect(fixes[0]?.reason).toBe("completed to a document, garden/v1: it has only paths");
  });

  it("is left out if a whole document describes the same operation", async () => {
    const fragment = await readFixture("garden-fragment.yaml");
    const whole = await readFixture("garden-v1.yaml");
    const { files, fixes } = await generateFrom(fragment, whole);
    expect(files).toEqual((await generateFrom(whole)).files);
    expect(fixes).toContainEqual({
      document: "garden-fragment.yaml",
      pointer: "/paths/~1garden~1v1~1plants/get",
      reason: "left out: garden-v1.yaml describes listGardenV1Plants too",
    });
  });
});
