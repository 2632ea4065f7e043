import { describe, expect, it } from "vitest";
import { freeName } from "../../scripts/generator/document/names.js";
import { parsePath } from "../../scripts/generator/document/resource-path.js";
import { argumentNames } from "../../scripts/generator/emit/signature.js";
import type { InputDocument } from "../../scripts/generator/generate.js";
import { documentOf, generateFixtures, generateFrom, type Generated } from "./fixtures.js";

describe("A path", () => {
  it.each([
    ["/pim/v1/integrations", "pim.v1", "integrations"],
    ["/pim/v1/integrations/{id}", "pim.v1", "integrations"],
    ["/iam/v2/service-accounts", "iam.v2", "serviceAccounts"],
    [
      "/iam/v2/identity-providers/{provider_id}/identity-pools/{id}",
      "iam.v2",
      "identityProviders.identityPools",
    ],
    ["/sts/v1/oauth2/token", "sts.v1", "oauth2.token"],
    ["/kafka-quotas/v1/client-quotas", "kafkaQuotas.v1", "clientQuotas"],
    ["/subjects/{subject}/versions", "subjects", "versions"],
    ["/v2/metrics/{dataset}/query", "v2.metrics", "query"],
    ["/v2/{dataset}", "v2.root", ""],
    ["/", "root", ""],
    ["/garden/v1/plants?dead=true", "garden.v1", "plants"],
  ])("%s leads to %s and there to %s", (path, service, resource) => {
    const parsed = parsePath(path);
    expect([parsed.service.join("."), parsed.resource.join(".")]).toEqual([service, resource]);
    expect(parsed.verb).toBeUndefined();
  });

  it.each([
    ["/pim/v2/integrations:validate", "integrations", "validate"],
    ["/pim/v2/integrations/{id}:dry-run", "integrations", "dryRun"],
  ])("%s ends in a verb", (path, resource, verb) => {
    expect(parsePath(path)).toEqual({ service: ["pim", "v2"], resource: [resource], verb });
  });
});

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

  it("names its arguments so that they can be written", () => {
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

describe("A name that is taken", () => {
  it("gives way to the next, then to a number", () => {
    const isTaken = (name: string): boolean => ["A", "B", "B2"].includes(name);
    expect(freeName(["A", "C"], isTaken)).toBe("C");
    expect(freeName(["A", "B"], isTaken)).toBe("B3");
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
