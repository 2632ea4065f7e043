import { describe, expect, it } from "vitest";
import { freeName } from "../../../scripts/generator/document/names.js";
import { parsePath } from "../../../scripts/generator/document/resource-path.js";
import { argumentNames } from "../../../scripts/generator/emit/signature.js";
import { documentOf, generateFixtures, generateFrom } from "../fixtures.js";

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
    const types = await typesOf("garden-v1.yaml");
    expect(types).toEqual(expect.arrayContaining(["Plant", "PlantList", "PotHome", "ListMeta"]));
  });

  it("of a written schema says what it is for", async () => {
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
