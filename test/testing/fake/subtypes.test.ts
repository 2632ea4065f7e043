import { expect, test } from "vitest";
import { createFakeConfluent, type FakeConfluent } from "../../../src/testing/index.js";

/* Members of a subtype are members like others: what is written is what is read. */

const text = { type: "string" };
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const subtype = (parent: string, properties: object, required: readonly string[] = []): object => ({
  allOf: [ref(parent), { type: "object", properties, ...(required.length > 0 && { required }) }],
});
const SCHEMAS = {
  Pet: {
    type: "object",
    required: ["kind"],
    properties: {
      id: { ...text, readOnly: true },
      kind: text,
      friend: ref("Pet"),
      kin: { type: "array", items: ref("Pet") },
    },
    discriminator: {
      propertyName: "kind",
      mapping: { cat: "#/components/schemas/Cat", dog: "Dog", pup: "Pup" },
    },
  },
  Cat: subtype("Pet", { meow: text, lives: { type: "integer", readOnly: true, example: 9 } }),
  Dog: subtype("Pet", { bark: text, breed: { ...text, "x-immutable": true } }),
  Pup: subtype("Dog", { weeks: { type: "integer" } }),
};

function shop(schemas: Readonly<Record<string, unknown>> = SCHEMAS): FakeConfluent {
  const content = { "application/json": { schema: ref("Pet") } };
  const list = {
    "application/json": {
      schema: { type: "object", properties: { data: { type: "array", items: ref("Pet") } } },
    },
  };
  const ok = { description: "OK.", content };
  const requestBody = { content };
  const paths = {
    "/v1/pets": {
      get: { operationId: "listPets", responses: { 200: { description: "All.", content: list } } },
      post: { operationId: "createPet", requestBody, responses: { 201: ok } },
    },
    "/v1/pets/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: text }],
      get: { operationId: "getPet", responses: { 200: ok } },
      put: { operationId: "putPet", requestBody, responses: { 200: ok } },
      patch: { operationId: "patchPet", requestBody, responses: { 200: ok } },
    },
  };
  const document = { openapi: "3.0.3", paths, components: { schemas } };
  return createFakeConfluent({ documents: [{ name: "pets.json", text: JSON.stringify(document) }] });
}

async function send(
  fake: FakeConfluent,
  method: string,
  id = "",
  body?: object,
): Promise<Record<string, unknown>> {
  const url = `https://pets.example.com/v1/pets${id === "" ? "" : `/${id}`}`;
  const headers = { "content-type": "application/json" };
  const response = await fake.fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  return (await response.json()) as Record<string, unknown>;
}

const dog = {
  kind: "dog",
  bark: "loud",
  friend: { kind: "cat", meow: "soft" },
  kin: [{ kind: "pup", bark: "low", weeks: 3 }],
};

test("what is created is read, listed, replaced and changed as its subtype", async () => {
  const fake = shop();
  const { id, ...created } = await send(fake, "POST", "", dog);
  // What the service sets of a subtype is set, too.
  const whole = { ...dog, friend: { ...dog.friend, lives: 9 } };
  expect(created).toMatchObject(whole);
  const key = String(id);
  expect(await send(fake, "GET", key)).toMatchObject(whole);
  expect(await send(fake, "GET")).toMatchObject({ data: [whole] });
  expect(await send(fake, "PATCH", key, { kind: "dog", bark: "hoarse" })).toMatchObject({
    ...whole,
    bark: "hoarse",
  });
  expect(await send(fake, "PUT", key, { kind: "dog", bark: "gone" })).toEqual({
    id,
    kind: "dog",
    bark: "gone",
  });
  expect(fake.seed("v1.pets" as never, [{ ...dog, id: "p1" }] as never)).toMatchObject([whole]);
});

test("what is immutable in a subtype cannot be changed, and what is read-only stays", async () => {
  const fake = shop();
  const { id } = await send(fake, "POST", "", { kind: "dog", breed: "pug" });
  const refused = JSON.stringify(await send(fake, "PATCH", String(id), { kind: "dog", breed: "collie" }));
  expect(refused).toContain("`body.breed` cannot be changed");
  fake.seed("v1.pets" as never, [{ id: "c1", kind: "cat", meow: "soft", lives: 7 }] as never);
  expect(await send(fake, "PUT", "c1", { kind: "cat", meow: "loud" })).toEqual({
    id: "c1",
    kind: "cat",
    meow: "loud",
    lives: 7,
  });
});

test("another subtype has nothing of the one before", async () => {
  const fake = shop();
  fake.seed("v1.pets" as never, [{ id: "d1", ...dog, breed: "pug" }] as never);
  expect(await send(fake, "PUT", "d1", { kind: "cat", meow: "soft" })).toEqual({
    id: "d1",
    kind: "cat",
    meow: "soft",
  });
});

test.each([
  ["no mapping", {}, "Dog"],
  ["a mapping", { mapping: { dog: "Dog", cat: "Cat" } }, "dog"],
])("a kind that the parent lists is one of its subtypes, with %s", async (_, mapping, kind) => {
  const Pet = {
    ...SCHEMAS.Pet,
    properties: { ...SCHEMAS.Pet.properties, kind: { enum: ["Dog", "Cat", "dog", "cat"] } },
    discriminator: { propertyName: "kind", ...mapping },
  };
  const fake = shop({ ...SCHEMAS, Pet });
  expect(await send(fake, "POST", "", { kind, bark: "loud" })).toMatchObject({ kind, bark: "loud" });
  expect(JSON.stringify(await send(fake, "POST", "", { kind, meow: "soft" }))).toContain(
    "`body.meow` is not in the document",
  );
});
