import { beforeEach, expect, test } from "vitest";
import { createFakeConfluent } from "../../../src/testing/index.js";

/* What the service sets stays as it is, wherever it is and whichever operation is sent: one rule for all of them. */

const text = { type: "string" };
const own = { type: "string", readOnly: true };
const door = { type: "object", properties: { id: text, color: text, serial: own } };
const BARN = {
  type: "object",
  required: ["name"],
  properties: {
    id: own,
    name: text,
    doors: { type: "array", items: door },
    animals: { type: "array", items: { type: "object", properties: { kind: text, tag: own } } },
    rooms: { type: "object", additionalProperties: { type: "object", properties: { use: text, tag: own } } },
    grid: { type: "array", items: { type: "array", items: door } },
    roof: {
      oneOf: [
        { type: "object", properties: { kind: { enum: ["slate"] }, slates: own } },
        { type: "object", properties: { kind: { enum: ["turf"] }, age: own } },
      ],
      discriminator: { propertyName: "kind" },
    },
  },
};
const content = { "application/json": { schema: BARN } };
const ok = { description: "OK.", content };
const requestBody = { content };
const DOCUMENT = {
  openapi: "3.0.3",
  paths: {
    "/v1/barns": { post: { operationId: "createBarn", requestBody, responses: { 201: ok } } },
    "/v1/barns/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: text }],
      get: { operationId: "getBarn", responses: { 200: ok } },
      put: { operationId: "putBarn", requestBody, responses: { 200: ok } },
      patch: {
        operationId: "patchBarn",
        requestBody: { content: { "application/merge-patch+json": {}, "application/json-patch+json": {} } },
        responses: { 200: ok },
      },
    },
  },
};
const fake = createFakeConfluent({ documents: [{ name: "barns", text: JSON.stringify(DOCUMENT) }] });
const SEED = {
  id: "b1",
  name: "red",
  doors: [
    { id: "d1", color: "red", serial: "s1" },
    { id: "d2", color: "blue", serial: "s2" },
  ],
  animals: [
    { kind: "cow", tag: "t1" },
    { kind: "hen", tag: "t2" },
  ],
  rooms: { loft: { use: "hay", tag: "r1" } },
  grid: [[{ id: "g1", color: "red", serial: "s3" }]],
  roof: { kind: "slate", slates: "90" },
};

beforeEach(() => {
  fake.reset();
  fake.seed("v1.barns" as never, [SEED] as never);
});

async function send(method: string, body: unknown, mediaType = "application/json"): Promise<unknown> {
  const url = `https://barns.example.com/v1/barns${method === "POST" ? "" : "/b1"}`;
  const headers = { "content-type": mediaType };
  const response = await fake.fetch(url, { method, headers, body: JSON.stringify(body) });
  return response.json();
}

type Change = (members: Record<string, unknown>) => Promise<unknown>;
const CHANGES: readonly (readonly [string, Change])[] = [
  ["PUT", (members) => send("PUT", { ...SEED, ...members })],
  ["a merge patch", (members) => send("PATCH", members, "application/merge-patch+json")],
  [
    "a JSON Patch",
    (members) =>
      send(
        "PATCH",
        Object.entries(members).map(([name, value]) => ({ op: "replace", path: `/${name}`, value })),
        "application/json-patch+json",
      ),
  ],
];

test.each(CHANGES)("items with a key keep what is theirs, in any order: %s", async (_, change) => {
  const doors = [
    { id: "d2", color: "green", serial: "mine" },
    { id: "d3", color: "white", serial: "mine" },
    { id: "d1", color: "red" },
  ];
  expect(await change({ doors })).toMatchObject({ ...SEED, doors: expect.any(Array) as unknown });
  expect(await send("PUT", await send("PUT", { ...SEED, doors }))).toEqual({
    ...SEED,
    doors: [
      { id: "d2", color: "green", serial: "s2" },
      { id: "d3", color: "white" },
      { id: "d1", color: "red", serial: "s1" },
    ],
  });
});

test.each(CHANGES)(
  "items without a key are known by what they say, or by their place: %s",
  async (_, change) => {
    const animals = [{ kind: "hen" }, { kind: "pig", tag: "mine" }, { kind: "cow", tag: "t2" }];
    expect(await change({ animals })).toMatchObject({
      animals: [{ kind: "hen", tag: "t2" }, { kind: "pig" }, { kind: "cow", tag: "t1" }],
    });
    expect(await change({ animals: [{ kind: "dog" }] })).toMatchObject({
      animals: [{ kind: "dog", tag: "t2" }],
    });
  },
);

test.each(CHANGES)("so do values of maps, and items of items: %s", async (_, change) => {
  const rooms = { loft: { use: "straw", tag: "mine" }, pen: { use: "pigs", tag: "mine" } };
  const grid = [[{ id: "g1", color: "blue", serial: "mine" }]];
  expect(await change({ rooms, grid })).toEqual({
    ...SEED,
    rooms: { loft: { use: "straw", tag: "r1" }, pen: { use: "pigs" } },
    grid: [[{ id: "g1", color: "blue", serial: "s3" }]],
  });
});

test.each(CHANGES)("so do the members of the variant of a union: %s", async (_, change) => {
  expect(await change({ roof: { kind: "slate", slates: "mine" } })).toEqual(SEED);
  expect(await change({ roof: { kind: "turf", age: "mine" } })).toEqual({ ...SEED, roof: { kind: "turf" } });
});

test("what is new has nothing of what the service alone sets, at any depth", async () => {
  const created = await send("POST", SEED);
  expect(JSON.stringify(created)).not.toMatch(/s1|s2|s3|t1|t2|r1|b1/);
  expect(created).toMatchObject({ doors: [{ id: "d1" }, { id: "d2" }], rooms: { loft: { use: "hay" } } });
});
