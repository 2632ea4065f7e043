import { expect, test } from "vitest";
import { SetupError } from "../../../src/testing/index.js";
import { answered, drifts, sent } from "../held-values.js";

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const OWN = { type: "object", properties: { a: { type: "string" } } };
const ENDLESS = "leads back to the schema that it is in, for the same value: no check of it would end";

/* Conditions that lead back to their own schema, and what looks like them. */

test.each<readonly [string, Record<string, object>, readonly string[]]>([
  ["not", { One: { ...OWN, not: ref("One") } }, ["One/not"]],
  ["not not", { One: { ...OWN, not: { not: ref("One") } } }, ["One/not/not", "One/not"]],
  ["not of another", { One: { not: ref("Two") }, Two: { not: ref("One") } }, ["One/not", "Two/not"]],
  ["if", { One: { ...OWN, if: ref("One"), then: OWN } }, ["One/if"]],
  ["then", { One: { ...OWN, if: OWN, then: ref("One") } }, ["One/then"]],
  ["else", { One: { ...OWN, if: OWN, else: ref("One") } }, ["One/else"]],
  ["a part of not", { One: { ...OWN, not: { allOf: [ref("One")] } } }, ["One/not"]],
  ["not in a part", { One: { allOf: [OWN, { not: ref("One") }] } }, ["One/allOf/1/not"]],
  ["not in a variant", { One: { oneOf: [{ not: ref("One") }, OWN] } }, ["One/oneOf/0/not"]],
  ["if in a variant", { One: { anyOf: [{ if: ref("One") }, OWN] } }, ["One/anyOf/0/if"]],
  ["a member", { One: { ...OWN, dependentSchemas: { a: ref("One") } } }, ["One/dependentSchemas/a"]],
  ["not beside a reference", { One: { ...ref("Two"), not: ref("One") }, Two: OWN }, ["One/not"]],
  ["not behind a reference", { One: { not: ref("Two") }, Two: ref("One") }, ["One/not"]],
  ["not within", { One: { ...OWN, items: { not: ref("Two") } }, Two: { not: ref("Two") } }, ["Two/not"]],
])("a schema that is held against itself by %s is refused", async (_what, schemas, places) => {
  const message = places.map((place) => `shop.json#/components/schemas/${place}: ${ENDLESS}`).join("\n");
  const uses = [
    () => sent(ref("One"), { a: "x" }, { schemas }),
    () => answered(ref("One"), { schemas }),
    // eslint-disable-next-line @typescript-eslint/require-await
    async () => drifts(ref("One"), { a: "x" }, { schemas }),
  ];
  for (const use of uses) await expect(use()).rejects.toThrow(new SetupError(message));
});

test.each<readonly [string, Record<string, object>]>([
  ["a member's condition", { One: { ...OWN, properties: { a: {}, b: { not: ref("One") } } } }],
  ["a condition on items", { One: { type: "array", items: { not: ref("One") } } }],
  ["a condition on a member", { One: { ...OWN, if: { properties: { b: ref("One") } }, then: OWN } }],
  [
    "conditions of one schema",
    {
      One: { ...OWN, if: ref("Two"), then: ref("Two"), not: ref("Three") },
      Two: OWN,
      Three: { type: "array" },
    },
  ],
  [
    "members with the names of keywords",
    { One: { type: "object", properties: { not: ref("One"), if: ref("One"), a: {} } } },
  ],
  ["an example", { One: { ...OWN, example: { a: "x", not: ref("One") } } }],
  [
    "names of properties",
    {
      One: { type: "object", propertyNames: { not: ref("Two") }, properties: { a: {} } },
      Two: { type: "object", additionalProperties: ref("One") },
    },
  ],
])("%s can be used", async (_what, schemas) => {
  await answered(ref("One"), { schemas });
  expect(await sent(ref("One"), { a: "x" }, { schemas })).toMatch(/^(200|422)/);
  expect(() => drifts(ref("One"), { a: "x" }, { schemas })).not.toThrow();
});
