import { beforeAll, describe, expect, it } from "vitest";
import { documentOf, generateFixtures, generateFrom } from "../fixtures.js";
import { createTypeChecker, type TypeChecker } from "../type-checker.js";

let checker: TypeChecker;
let types: string;

beforeAll(async () => {
  const { files } = await generateFixtures("garden-v1.yaml");
  checker = createTypeChecker(files);
  types = files.get("garden-v1.ts") ?? "";
});

/** What every snippet has at hand. */
const PRELUDE = `
import type { Plant, PlantCreate, PlantHome, paths } from "./garden-v1.js";
import type { Resources } from "./index.js";
import type { UnknownKind } from "../operation.js";
declare const plants: Resources["garden"]["v1"]["plants"];
declare const plant: Plant;
export type Imported = [Plant, PlantCreate, PlantHome, paths, UnknownKind, typeof plants, typeof plant];
`;

const HOME = 'home: { kind: "Pot", litres: 5 }';
const BED = 'bed: { id: "bed-1" }';
const NEW_PLANT = `display_name: "Rose", ${HOME}, ${BED}`;

function errorsIn(code: string): readonly string[] {
  return checker.errorsIn(PRELUDE + code);
}

describe("The generated files", () => {
  it("compile with the settings of the package", () => {
    expect(checker.errorsInFiles()).toEqual([]);
  });

  it("hold no type that says nothing", () => {
    expect(types).not.toContain("Record<string, never>");
    const lines = types.split("\n").filter((line) => line.includes(": unknown;"));
    // The members of a kind that is not known.
    expect(new Set(lines.map((line) => line.trim()))).toEqual(new Set(["[key: string]: unknown;"]));
  });

  it("leave the marks of the document out of the types", () => {
    const models = types.slice(0, types.indexOf("export interface GardenV1 "));
    expect(models).toContain("export type Plant = ");
    expect(models).not.toMatch(/\breadonly \w+\??:/);
  });
});

describe("A type of responses", () => {
  it("has what the document requires, without a question mark", () => {
    const code = `
      export const id: string = plant.id;
      export const home: PlantHome = plant.home;
      export const related: string = plant.bed.related;`;
    expect(errorsIn(code)).toEqual([]);
  });

  it("may lack what the document does not require, even if that has a default", () => {
    const error = expect.stringContaining("Type 'undefined' is not assignable to type 'string'") as string;
    expect(errorsIn("export const sort: string = plant.sort;")).toEqual([error]);
  });

  it("requires what a member of allOf adds to required, in that response only", () => {
    const get = `export const get = async (): Promise<"Plant"> => (await plants.get("plant-1", { bed: "bed-1" })).kind;`;
    expect(errorsIn(get)).toEqual([]);
    expect(errorsIn(`export const kind: "Plant" = plant.kind;`)).toHaveLength(1);
  });

  it("requires what it has through another schema as well", async () => {
    const { files } = await generateFrom(
      documentOf({
        paths: `
  /test/v1/pot:
    get:
      operationId: getPot
      responses:
        "200":
          description: A pot.
          content:
            application/json:
              schema: { allOf: [{ $ref: "#/components/schemas/Pot" }, { required: [name] }] }`,
        schemas: `
    Named: { type: object, properties: { name: { type: string } } }
    Pot: { allOf: [{ $ref: "#/components/schemas/Named" }, { type: object, properties: { litres: { type: number } } }] }`,
      }),
    );
    expect(files.get("test-v1.ts")).toContain("Promise<Pot>");
    expect(files.get("test-v1.ts")).toContain('export type Pot = WithRequired<Named, "name"> & {');
  });

  it("lacks write-only properties", () => {
    expect(errorsIn("export const secret = plant.secret;")).toEqual([
      "Property 'secret' does not exist on type 'Plant'.",
    ]);
  });

  it("may be null where the document says so", () => {
    expect(errorsIn("export const mood: string | null | undefined = plant.mood;")).toEqual([]);
    expect(errorsIn("export const mood: string | undefined = plant.mood;")).toHaveLength(1);
  });
});

describe("A type of requests", () => {
  it("needs what the document requires, and nothing that only the service sets", () => {
    expect(errorsIn(`export const created = plants.create({ ${NEW_PLANT} });`)).toEqual([]);
    const error = expect.stringContaining(
      "missing the following properties from type 'PlantCreate': home, bed",
    ) as string;
    expect(errorsIn(`export const created = plants.create({ display_name: "Rose" });`)).toEqual([error]);
  });

  it.each([
    ["a misspelt property", "dispaly_name", `${HOME}, ${BED}, dispaly_name: "Rose"`],
    ["a property that only the service sets", "id", `${HOME}, ${BED}, id: "plant-1"`],
    ["one of them further in", "related", `${HOME}, bed: { id: "bed-1", related: "" }`],
    ["one of them in a variant of a union", "serial", `home: { kind: "Pot", serial: "1" }, ${BED}`],
    ["a misspelt property in a variant of a union", "liters", `home: { kind: "Pot", liters: 5 }, ${BED}`],
    ["a property of another variant", "row", `home: { kind: "Pot", row: 5 }, ${BED}`],
  ])("refuses %s", (_what, name, body) => {
    const message = new RegExp(`known properties, (and|but) '${name}' does not exist in type`);
    const errors = errorsIn(`export const body: PlantCreate = { ${body} };`);
    expect(errors).toEqual([expect.stringMatching(message) as string]);
  });

  it("has write-only properties", () => {
    expect(errorsIn(`export const body: PlantCreate = { ${NEW_PLANT}, secret: "grow" };`)).toEqual([]);
  });

  it("is the type of responses if both are the same", () => {
    expect(types).not.toContain("SoilHomeInput");
    expect(types).toContain("export type PotHomeInput");
  });
});

describe("An enum", () => {
  it("is open where the document says so, for reading and for writing", () => {
    const code = `
      export const body: PlantCreate = { ${NEW_PLANT}, sort: "rose" };
      export const sorts: NonNullable<Plant["sort"]>[] = ["ROSE", "TULIP", "DAISY"];`;
    expect(errorsIn(code)).toEqual([]);
    expect(types).toContain(`sort?: "ROSE" | "TULIP" | (string & {});`);
  });

  it("stays closed otherwise", () => {
    expect(errorsIn(`export const state: Plant["state"] = "ASLEEP";`)).toEqual([
      `Type '"ASLEEP"' is not assignable to type '"ALIVE" | "DEAD" | undefined'.`,
    ]);
  });
});

describe("A union with a discriminator", () => {
  it("narrows to the kinds that are known, and has a variant for the others", () => {
    const code = `
      export function describe(home: PlantHome): number | string {
        switch (home.kind) {
          case "Pot": {
            const litres: number | undefined = home.litres;
            return litres ?? "a pot";
          }
          case "Soil":
            return home.row ?? "soil";
          default: {
            const kind: UnknownKind = home.kind;
            const more: unknown = home["anything"];
            return kind + String(more);
          }
        }
      }`;
    expect(errorsIn(code)).toEqual([]);
  });

  it("does not let code pass that forgets the others", () => {
    const code = `
      export function describe(home: PlantHome): string {
        switch (home.kind) {
          case "Pot": return "a pot";
          case "Soil": return "soil";
        }
      }`;
    expect(errorsIn(code)).toEqual([expect.stringContaining("lacks ending return statement") as string]);
  });

  it("requires the discriminator, even of a variant whose schema does not", () => {
    expect(errorsIn(`export const home: PlantCreate["home"] = { kind: "Soil", row: 5 };`)).toEqual([]);
    expect(errorsIn(`export const home: PlantCreate["home"] = { row: 5 };`)).toHaveLength(1);
  });

  it("takes a kind that is not known yet, if one says that it is meant", () => {
    const home = `{ kind: "Balloon" as UnknownKind, colour: "red" }`;
    expect(errorsIn(`export const home: PlantCreate["home"] = ${home};`)).toEqual([]);
    expect(errorsIn(`export const home: PlantCreate["home"] = { kind: "Balloon" };`)).toHaveLength(1);
  });
});

describe("The name of a type", () => {
  it.each([
    [
      "a listed item",
      "item",
      "Plant",
      `for await (const item of plants.list({ bed: "bed-1" })) console.log(item);`,
    ],
    ["a created one", "created", "Plant", `const created = await plants.create({ ${NEW_PLANT} });`],
    ["a part of it", "home", "PlantHome", "const home = plant.home;"],
    [
      "one with more",
      "got",
      'WithRequired<Plant, "kind">',
      `const got = await plants.get("p", { bed: "b" });`,
    ],
  ])("is what an editor shows for %s", (_what, name, type, code) => {
    const shown = checker.hover(`${PRELUDE}export async function run() { ${code} }`, `const ${name}`);
    expect(shown).toBe(`const ${name}: ${type}`);
  });

  it("is the model where openapi-fetch looks for it, too", () => {
    const code = `
      type Page = paths["/garden/v1/plants"]["get"]["responses"][200]["content"]["application/json"];
      export const page: Page["data"] = [plant];`;
    expect(errorsIn(code)).toEqual([]);
  });
});
