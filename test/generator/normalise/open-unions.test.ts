import { describe, expect, it } from "vitest";
import { documentOf } from "../fixtures.js";
import { normaliseDocuments, pathsReturning } from "../normalise-documents.js";

describe("A union with a discriminator", () => {
  const variants = `
    Pot: { type: object, properties: { kind: { type: string } } }
    Soil: { type: object, properties: { kind: { type: string } } }`;
  const oneOf = `oneOf: [{ $ref: "#/components/schemas/Pot" }, { $ref: "#/components/schemas/Soil" }]`;

  it("has the names of its schemas as kinds, except those that the mapping names", () => {
    const schemas = `${variants}
    Home: { ${oneOf}, discriminator: { propertyName: kind, mapping: { clay: Pot } } }`;
    const { document } = normaliseDocuments(documentOf({ paths: pathsReturning("Home"), schemas }));
    expect(document.components.schemas["Pot"]?.properties?.["kind"]?.enum).toEqual(["clay"]);
    expect(document.components.schemas["Soil"]?.properties?.["kind"]?.enum).toEqual(["Soil"]);
    expect(document.components.schemas["Home"]?.oneOf).toEqual([
      { $ref: "#/components/schemas/Pot" },
      { $ref: "#/components/schemas/Soil" },
      { $ref: "#/components/schemas/UnknownHome" },
    ]);
  });

  it("is one type in all places where it occurs", () => {
    const schemas = `${variants}
    Plant: { type: object, properties: { home: { ${oneOf}, discriminator: { propertyName: kind } } } }
    Gnome: { type: object, properties: { place: { ${oneOf}, discriminator: { propertyName: kind } } } }`;
    const { document } = normaliseDocuments(documentOf({ paths: pathsReturning("Plant", "Gnome"), schemas }));
    const union = { allOf: [{ $ref: "#/components/schemas/PlantHome" }] };
    expect(document.components.schemas["Plant"]?.properties?.["home"]).toEqual(union);
    expect(document.components.schemas["Gnome"]?.properties?.["place"]).toEqual(union);
  });

  it("does not take the name of another schema", () => {
    const schemas = `${variants}
    PlantHome: { type: string }
    Plant:
      type: object
      properties:
        home: { ${oneOf}, discriminator: { propertyName: kind } }
        address: { $ref: "#/components/schemas/PlantHome" }`;
    const { document } = normaliseDocuments(documentOf({ paths: pathsReturning("Plant"), schemas }));
    expect(document.components.schemas["PlantHome"]).toEqual({ type: "string" });
    expect(document.components.schemas["PlantHomeUnion"]?.oneOf).toHaveLength(3);
  });

  it("narrows a variant that inherits its discriminator", () => {
    const schemas = `
    Named: { type: object, properties: { kind: { type: string } } }
    Pot: { allOf: [{ $ref: "#/components/schemas/Named" }] }
    Home: { oneOf: [{ $ref: "#/components/schemas/Pot" }], discriminator: { propertyName: kind } }`;
    const { document } = normaliseDocuments(documentOf({ paths: pathsReturning("Home"), schemas }));
    expect(document.components.schemas["Named"]?.properties?.["kind"]).toEqual({ type: "string" });
    expect(document.components.schemas["Pot"]?.allOf?.[1]).toEqual({
      type: "object",
      required: ["kind"],
      properties: { kind: { type: "string", enum: ["Pot"] } },
    });
  });
});
