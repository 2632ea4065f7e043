import { beforeAll, describe, expect, it } from "vitest";
import { mapValues } from "../../../scripts/generator/document/records.js";
import { generate } from "../../../scripts/generator/generate.js";
import { OWN_IMPORTS } from "../../../scripts/package/own-imports.js";
import { documentOf, generateFixtures, generateFrom, HEADER, readFixture } from "../fixtures.js";
import { createTypeChecker } from "../type-checker.js";

let v1: string;
let v2: string;
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  ({ files } = await generateFixtures("garden-v1.yaml", "garden-v2.yaml"));
  v1 = files.get("garden-v1.ts") ?? "";
  v2 = files.get("garden-v2.ts") ?? "";
});

/** The comment of a method in a file. */
function commentOf(text: string, declaration: string): string {
  const end = text.indexOf(`\n  ${declaration}`);
  expect(end, `${declaration} is not in the file`).toBeGreaterThan(-1);
  const start = text.lastIndexOf("/**", end);
  return text.slice(start, end).replace(/^ {2}/gm, "");
}

describe("The files", () => {
  it("are one a service, one for what they share, and an index", () => {
    expect([...files.keys()].sort()).toEqual(["garden-v1.ts", "garden-v2.ts", "index.ts", "shared.ts"]);
  });

  it("say that they are generated", () => {
    for (const text of files.values()) expect(text.startsWith(`${HEADER}\n\n`)).toBe(true);
  });

  it("of several services compile together", () => {
    expect(createTypeChecker(files).errorsInFiles()).toEqual([]);
  });

  it("nest the services by the parts of their paths", () => {
    const index = files.get("index.ts") ?? "";
    expect(index.replaceAll(/\s*\/\*\*.*?\*\/\s*/gs, " ")).toContain(
      "readonly garden: { readonly v1: GardenV1; readonly v2: GardenV2;",
    );
    expect(index).toContain("operations: { garden: { v1: gardenV1Operations, v2: gardenV2Operations } }");
  });

  it("can import the client's types from one package instead", async () => {
    const runtime = mapValues(OWN_IMPORTS, () => "sdk") as typeof OWN_IMPORTS;
    const generated = await generate([await readFixture("garden-v1.yaml")], { runtime, header: HEADER });
    expect(generated.get("garden-v1.ts")?.match(/^import .*$/gm)).toEqual([
      'import type { Api, ApiPromise, CallOptions, JsonContent, OperationTree, Paginated, PathItem, PathOperation, UnknownKind, WithRequired } from "sdk";',
    ]);
  });
});

describe("A method", () => {
  it.each([
    [
      "takes the query where there is no body",
      "list(query: ListPlantsQuery, options?: CallOptions): Paginated<Plant>;",
    ],
    ["takes the body", "create(body: PlantCreate, options?: CallOptions): ApiPromise<Plant>;"],
    [
      "takes path parameters first",
      'get(plantId: string, query: GetPlantQuery, options?: CallOptions): ApiPromise<WithRequired<Plant, "kind">>;',
    ],
    [
      "promises nothing where there is no response body",
      "delete(plantId: string, query: DeletePlantQuery, options?: CallOptions): ApiPromise<void>;",
    ],
  ])("%s", (_what, signature) => {
    expect(v1).toContain(`  ${signature}\n`);
  });

  it.each([
    [
      "may go without a query that has nothing required",
      "list(query?: ListPlantsQuery, options?: CallOptions): ApiPromise<Plant[]>;",
    ],
    [
      "keeps a slot for a query that is not declared",
      "get(bedId: string, defaultParameter: number, query?: undefined, options?: CallOptions): ApiPromise<GardenGnome>;",
    ],
    [
      "documents a response that may have no body",
      "create(body: PlantCreate, options?: CallOptions): ApiPromise<Plant | undefined>;",
    ],
    [
      "takes a query beside a body with the options",
      "update(id: string, body?: PlantUpdate, options?: CallOptions & { query?: UpdatePlantQuery }): ApiPromise<Plant>;",
    ],
    [
      "needs options for a query that is required",
      "water(body: PlantWater | URLSearchParams | undefined, options: CallOptions & { query: WaterPlantQuery }): ApiPromise<void>;",
    ],
  ])("%s", (_what, signature) => {
    expect(v2).toContain(`  ${signature}\n`);
  });

  it("is described by the document, with examples, limits and errors", () => {
    expect(commentOf(v1, "list(")).toBe(`/**
 * List plants.
 *
 * Lists the plants of one bed.
 *
 * @param query - \`bed\` (required), \`sort\`, \`page_size\`, \`page_token\`
 * @param options - Settings of this call alone.
 * @returns All items; pages are loaded as they are read, and nothing before.
 * @throws {AuthenticationError} 401
 * @throws {RateLimitError} 429: Too many requests.
 * @throws {ServerError} 503: The garden is closed.
 * @example
 * for await (const plant of confluent.garden.v1.plants.list({ bed: "bed-1" })) {
 *   console.log(plant);
 * }
 * @see GET /garden/v1/plants
 */`);
    expect(commentOf(v1, "create(")).toBe(`/**
 * Plant something.
 *
 * @param body - The plant to be.
 * @param options - Settings of this call alone.
 * @returns The plant.
 * @throws {ConflictError} 409: There is no room.
 * @throws {ApiError} 418: That is a teapot.
 * @example
 * const plant = await confluent.garden.v1.plants.create({
 *   display_name: "Sleeping Beauty",
 *   home: { kind: "Pot", litres: 5 },
 *   bed: { id: "bed-1" },
 * });
 * @see POST /garden/v1/plants
 */`);
    expect(commentOf(v1, "get(")).toBe(`/**
 * Look at a plant.
 *
 * @deprecated
 * @param plantId - The plant's id. At most 255 characters.
 * @param query - \`bed\` (required)
 * @param options - Settings of this call alone.
 * @returns The plant.
 * @example
 * const plant = await confluent.garden.v1.plants.get("plant-1", { bed: "bed-1" });
 * @see GET /garden/v1/plants/{plant_id}
 */`);
  });

  it("is shown with variables where the document has no examples", () => {
    expect(commentOf(v2, "water(")).toContain(
      "await confluent.garden.v2.plants.water(body, { query: { litres } });",
    );
    expect(commentOf(v2, "get(")).toContain(
      "const gardenGnome = await confluent.garden.v2.beds.gardenGnomes.get(bedId, defaultParameter);",
    );
  });
});

describe("The table of operations", () => {
  it("says what the client needs at run time", () => {
    const table = v1.slice(
      v1.indexOf("export const gardenV1Operations: OperationTree ="),
      v1.indexOf("\n/** The API"),
    );
    expect(table).toBe(`export const gardenV1Operations: OperationTree = {
  plants: {
    list: {
      path: "/garden/v1/plants",
      requiredQuery: ["bed"],
      paging: { style: "link", maxPageSize: 50 },
    },
    create: { path: "/garden/v1/plants", body: "json" },
    get: { path: "/garden/v1/plants/{plant_id}", requiredQuery: ["bed"] },
    delete: {
      path: "/garden/v1/plants/{plant_id}",
      requiredQuery: ["bed"],
      successes: { "204": [] },
    },
  },
};
`);
  });

  it("distinguishes a form from JSON, and a list without pages from one with pages", () => {
    expect(v2).toContain('{ "application/x-www-form-urlencoded": { serialize: serializeForm } }');
    expect(v2).toMatch(/import \{[^}]*\bserializeForm\b[^}]*\} from "\.\.\/codecs\.js";/);
    expect(v2).toMatch(/list: \{\s+path: "[^"]+",[^{}]*mayReturnList: true,?\s+\}/);
    expect(v2).toMatch(/create: \{\s+path: "[^"]+",[^{}]*body: "json"/);
  });

  it("lists the media types of successes that are not all JSON, by status", () => {
    expect(v2).toContain('successes: { "201": ["application/json"], "202": [] }');
  });

  it.each([
    [
      "takes no page token",
      "page_number",
      "{ data: { type: array, items: { type: string } }, metadata: { type: object, properties: { next: { type: string } } } }",
    ],
    [
      "has no next page",
      "page_token",
      "{ data: { type: array, items: { type: string } }, metadata: { type: object } }",
    ],
    ["has no list", "page_token", "{ metadata: { type: object, properties: { next: { type: string } } } }"],
  ])("does not promise pages of an operation that %s", async (_what, parameter, properties) => {
    const { files: generated } = await generateFrom(
      documentOf({
        paths: `
  /garden/v1/weeds:
    get:
      operationId: listWeeds
      parameters: [{ name: ${parameter}, in: query, schema: { type: string } }]
      responses:
        "200":
          description: Weeds.
          content: { application/json: { schema: { type: object, properties: ${properties} } } }`,
      }),
    );
    expect(generated.get("garden-v1.ts")).not.toContain("paging");
    expect(generated.get("garden-v1.ts")).not.toContain("Paginated");
  });
});
