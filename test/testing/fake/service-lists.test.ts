import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/* The types of the fake name every service by hand: nothing that is generated has them all in one place. */

interface Service {
  /** As `pim-v1`, the name of its document and of its module. */
  readonly name: string;
  /** Whether it has hosts of its own, so that `createClient()` does not have it. */
  readonly isDataPlane: boolean;
}

const services: readonly Service[] = readdirSync("openapi")
  .filter((file) => file.endsWith(".yaml") && !file.endsWith(".overlay.yaml"))
  .map((file) => ({
    name: file.replace(/\.yaml$/, ""),
    isDataPlane: /^x-base-url:/m.test(readFileSync(`openapi/${file}`, "utf8")),
  }));

const OPERATIONS = "src/testing/fake/fake-operations.ts";
const RESOURCES = "src/testing/fake/fake-resources.ts";

/** What is to be added to the list of all operations. */
function missingOperations(given: readonly Service[]): readonly string[] {
  const text = readFileSync(OPERATIONS, "utf8");
  const [, extended = ""] = /extends([^{]+)\{/.exec(text) ?? [];
  return given
    .map(({ name }) => ({ name, type: capitalize(nameInCode(name)) }))
    .filter(
      ({ name, type }) =>
        !text.includes(`import type { operations as ${type} } from "../../generated/${name}.js";`) ||
        !new RegExp(`\\b${type}\\b`).test(extended),
    )
    .map(
      ({ name, type }) =>
        `${OPERATIONS}: add \`import type { operations as ${type} } from "../../generated/${name}.js";\`, ` +
        `and ${type} to what FakeOperations extends`,
    );
}

/** What is to be added to the list of resources beside those of `createClient()`. */
function missingResources(given: readonly Service[]): readonly string[] {
  const text = readFileSync(RESOURCES, "utf8");
  return given
    .filter(({ isDataPlane }) => isDataPlane)
    .map(({ name }) => ({ name, api: nameInCode(name) }))
    .filter(
      ({ name, api }) =>
        !text.includes(`import type { ${api} } from "../../generated/${name}.js";`) ||
        !text.includes(`TreeOf<typeof ${api}>`),
    )
    .map(
      ({ name, api }) =>
        `${RESOURCES}: add \`import type { ${api} } from "../../generated/${name}.js";\`, ` +
        `and \`TreeOf<typeof ${api}>\` to Trees`,
    );
}

function nameInCode(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

test("the fake knows the operations of every service", () => {
  expect(services.length).toBeGreaterThan(30);
  expect(missingOperations(services)).toEqual([]);
});

test("the fake can be seeded with the resources of every service that has hosts of its own", () => {
  expect(services.filter(({ isDataPlane }) => isDataPlane).length).toBeGreaterThan(4);
  expect(missingResources(services)).toEqual([]);
});

test("a service that is new is missing, and what to add is said", () => {
  const shed = [{ name: "garden-shed-v1", isDataPlane: true }];
  expect(missingOperations(shed)).toEqual([
    "src/testing/fake/fake-operations.ts: add " +
      '`import type { operations as GardenShedV1 } from "../../generated/garden-shed-v1.js";`, ' +
      "and GardenShedV1 to what FakeOperations extends",
  ]);
  expect(missingResources(shed)).toEqual([
    "src/testing/fake/fake-resources.ts: add " +
      '`import type { gardenShedV1 } from "../../generated/garden-shed-v1.js";`, ' +
      "and `TreeOf<typeof gardenShedV1>` to Trees",
  ]);
});
