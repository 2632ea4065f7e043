import { describe, expect, it } from "vitest";
import { answering, clean } from "./clean.js";
import { documentOf, generateFixtures, readFixture } from "./fixtures.js";

describe("A mend", () => {
  it("is reported with its document, its place and its reason", async () => {
    const { fixes } = await generateFixtures("garden-v1.yaml");
    expect(fixes).toEqual([
      {
        document: "garden-v1.yaml",
        pointer: "/paths/~1garden~1v1~1plants~1{plant_id}/get/responses/200/content/application~1json/schema",
        reason: "required says kind, in place of a member of allOf that says nothing else",
      },
      {
        document: "garden-v1.yaml",
        pointer: "/components/schemas/garden.v1.Plant/properties/home",
        reason: "the union is open to a `kind` that the document does not know yet",
      },
      {
        document: "garden-v1.yaml",
        pointer: "/components/schemas/garden.v1.PotHome/properties/kind",
        reason: "closed to Pot, which tells this arm of a union from the others",
      },
      {
        document: "garden-v1.yaml",
        pointer: "/components/schemas/garden.v1.SoilHome/properties/kind",
        reason: "closed to Soil, which tells this arm of a union from the others",
      },
    ]);
  });

  it("is not reported where a document needs none", () => {
    const schemas = `
    Rose: { type: object, required: [colour], properties: { colour: { type: string, readOnly: true } } }`;
    expect(clean(documentOf({ paths: answering("Rose"), schemas })).fixes).toEqual([]);
  });
});

describe("Descriptions", () => {
  it("lose what only a documentation page can show", () => {
    const schemas = `
    Rose:
      type: string
      description: |
        [![Stage](https://badges.test/stage)](#stages) ![a rose](rose.png)

        A *rose*, see [the guide](https://guide.test).

        ## The Rose Model
        <SchemaDefinition schemaRef="#/components/schemas/Rose" />

        ## Limits
        None.`;
    const { document, fixes } = clean(documentOf({ paths: answering("Rose"), schemas }));
    expect(document.components.schemas["Rose"]?.description).toBe(
      "A *rose*, see [the guide](https://guide.test).\n\n## Limits\nNone.",
    );
    expect(fixes.map(({ pointer }) => pointer)).toEqual(["/components/schemas/Rose/description"]);
  });

  it("stay as they are otherwise, also where `description` is a property or an example", () => {
    const schemas = `
    Rose:
      type: object
      properties: { description: { type: string, example: "![not an image](of the document)" } }
      example: { description: "![nor this](one)" }`;
    const { document, fixes } = clean(documentOf({ paths: answering("Rose"), schemas }));
    expect(fixes).toEqual([]);
    expect(document.components.schemas["Rose"]?.example).toEqual({ description: "![nor this](one)" });
  });
});

describe("A union with a discriminator", () => {
  const arms = `
    Pot: { type: object, properties: { kind: { type: string } } }
    Soil: { type: object, properties: { kind: { type: string } } }`;
  const oneOf = `oneOf: [{ $ref: "#/components/schemas/Pot" }, { $ref: "#/components/schemas/Soil" }]`;

  it("takes the names of its schemas for kinds where no mapping says otherwise", () => {
    const schemas = `${arms}
    Home: { ${oneOf}, discriminator: { propertyName: kind, mapping: { clay: Pot } } }`;
    const { document } = clean(documentOf({ paths: answering("Home"), schemas }));
    expect(document.components.schemas["Pot"]?.properties?.["kind"]?.enum).toEqual(["clay"]);
    expect(document.components.schemas["Soil"]?.properties?.["kind"]?.enum).toEqual(["Soil"]);
    expect(document.components.schemas["Home"]?.oneOf).toEqual([
      { $ref: "#/components/schemas/Pot" },
      { $ref: "#/components/schemas/Soil" },
      { $ref: "#/components/schemas/UnknownHome" },
    ]);
  });

  it("is one type in all the places where it stands", () => {
    const schemas = `${arms}
    Plant: { type: object, properties: { home: { ${oneOf}, discriminator: { propertyName: kind } } } }
    Gnome: { type: object, properties: { place: { ${oneOf}, discriminator: { propertyName: kind } } } }`;
    const { document } = clean(documentOf({ paths: answering("Plant", "Gnome"), schemas }));
    const union = { allOf: [{ $ref: "#/components/schemas/PlantHome" }] };
    expect(document.components.schemas["Plant"]?.properties?.["home"]).toEqual(union);
    expect(document.components.schemas["Gnome"]?.properties?.["place"]).toEqual(union);
  });

  it("does not take the name of another schema", () => {
    const schemas = `${arms}
    PlantHome: { type: string }
    Plant:
      type: object
      properties:
        home: { ${oneOf}, discriminator: { propertyName: kind } }
        address: { $ref: "#/components/schemas/PlantHome" }`;
    const { document } = clean(documentOf({ paths: answering("Plant"), schemas }));
    expect(document.components.schemas["PlantHome"]).toEqual({ type: "string" });
    expect(document.components.schemas["PlantHomeUnion"]?.oneOf).toHaveLength(3);
  });

  it("narrows an arm that inherits its discriminator", () => {
    const schemas = `
    Named: { type: object, properties: { kind: { type: string } } }
    Pot: { allOf: [{ $ref: "#/components/schemas/Named" }] }
    Home: { oneOf: [{ $ref: "#/components/schemas/Pot" }], discriminator: { propertyName: kind } }`;
    const { document } = clean(documentOf({ paths: answering("Home"), schemas }));
    expect(document.components.schemas["Named"]?.properties?.["kind"]).toEqual({ type: "string" });
    expect(document.components.schemas["Pot"]?.allOf?.[1]).toEqual({
      type: "object",
      required: ["kind"],
      properties: { kind: { type: "string", enum: ["Pot"] } },
    });
  });
});

describe("Several documents of a service", () => {
  it("share components only if those they refer to are equal too", () => {
    const leaf = (type: string): string => `
    Tree: { type: object, properties: { leaf: { $ref: "#/components/schemas/Leaf" } } }
    Leaf: { type: ${type} }`;
    const first = documentOf({ paths: answering("Tree"), schemas: leaf("string") });
    const paths = answering("Tree").replaceAll("/tree", "/tree2").replaceAll("getTree", "getTree2");
    const equal = clean(first, documentOf({ paths, schemas: leaf("string") }));
    expect(Object.keys(equal.document.components.schemas)).toEqual(["Tree", "Leaf"]);
    const different = clean(first, documentOf({ paths, schemas: leaf("integer") }));
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

  it("may hold components that refer to each other in a circle", async () => {
    const { document } = clean(await readFixture("garden-v2.yaml"));
    const parent = document.components.schemas["PlantInput"]?.properties?.["parent"];
    expect(parent).toEqual({ $ref: "#/components/schemas/PlantInput" });
  });
});

describe("The parameters of a path", () => {
  it("are those of its operations, unless an operation has its own", () => {
    const paths = `
  /test/v1/roses:
    parameters:
      - { name: colour, in: query, schema: { type: string } }
      - { name: size, in: query, schema: { type: string } }
    get:
      operationId: listRoses
      parameters: [{ name: size, in: query, schema: { type: integer } }]
      responses: { "204": { description: None. } }`;
    const { document } = clean(documentOf({ paths }));
    expect(document.paths["/test/v1/roses"]?.get?.parameters).toEqual([
      { name: "colour", in: "query", schema: { type: "string" } },
      { name: "size", in: "query", schema: { type: "integer" } },
    ]);
  });
});
