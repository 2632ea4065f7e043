import { describe, expect, it } from "vitest";
import { documentOf, generateFixtures } from "../fixtures.js";
import { normaliseDocuments, pathsReturning } from "../normalise-documents.js";

describe("A fix", () => {
  it("is reported with its document, its place and its reason", async () => {
    const { fixes } = await generateFixtures("garden-v1.yaml");
    expect(fixes).toEqual([
      {
        document: "garden-v1.yaml",
        pointer: "/paths/~1garden~1v1~1plants~1{plant_id}/get/responses/200/content/application~1json/schema",
        reason: "required includes that of a member of allOf: kind",
      },
      {
        document: "garden-v1.yaml",
        pointer: "/components/schemas/garden.v1.Plant/properties/home",
        reason: "the union is open to a `kind` that the document does not know yet",
      },
      {
        document: "garden-v1.yaml",
        pointer: "/components/schemas/garden.v1.PotHome/properties/kind",
        reason: "closed to Pot, which distinguishes this variant of a union from the others",
      },
      {
        document: "garden-v1.yaml",
        pointer: "/components/schemas/garden.v1.SoilHome/properties/kind",
        reason: "closed to Soil, which distinguishes this variant of a union from the others",
      },
    ]);
  });

  it("is not reported if a document needs none", () => {
    const schemas = `
    Rose: { type: object, required: [colour], properties: { colour: { type: string, readOnly: true } } }`;
    expect(normaliseDocuments(documentOf({ paths: pathsReturning("Rose"), schemas })).fixes).toEqual([]);
  });
});
