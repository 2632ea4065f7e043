import { expect, test } from "vitest";
import { createFakeConfluent } from "../../../src/testing/index.js";

/* Resources that are a union: a pet is a cat or a dog. */

const text = { type: "string" };
const own = { id: { ...text, readOnly: true, example: "pet-00000" }, name: text };
const variant = (kind: string, members: object): object => ({
  type: "object",
  required: ["kind", "name"],
  properties: { ...own, kind: { type: "string", enum: [kind] }, ...members },
});
const pet = { $ref: "#/components/schemas/Pet" };
const body = { content: { "application/json": { schema: pet } } };
const one = { description: "One.", ...body };
const query = [{ name: "kind", in: "query", schema: text }];
const PETS = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1" },
  paths: {
    "/v1/pets": {
      get: {
        operationId: "listPets",
        parameters: query,
        responses: {
          "200": {
            description: "All.",
            content: { "application/json": { schema: { type: "array", items: pet } } },
          },
        },
      },
      post: { operationId: "createPet", requestBody: body, responses: { "201": one } },
    },
    "/v1/pets/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: text }],
      get: { operationId: "getPet", responses: { "200": one, "404": { description: "None." } } },
      patch: { operationId: "patchPet", requestBody: body, responses: { "200": one } },
      delete: { operationId: "deletePet", responses: { "204": { description: "Gone." } } },
    },
  },
  components: {
    schemas: {
      Pet: {
        oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
        discriminator: {
          propertyName: "kind",
          mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" },
        },
      },
      Cat: variant("cat", { lives: { type: "integer" } }),
      Dog: variant("dog", { barks: { type: "boolean" } }),
    },
  },
};

const fake = createFakeConfluent({ documents: [{ name: "pets.json", text: JSON.stringify(PETS) }] });
const call = async (method: string, path: string, value?: object): Promise<[number, unknown]> => {
  const response = await fake.fetch(`https://pets.example.com/v1/pets${path}`, {
    method,
    ...(value && { headers: { "content-type": "application/json" }, body: JSON.stringify(value) }),
  });
  const sent = await response.text();
  return [response.status, sent === "" ? undefined : JSON.parse(sent)];
};

test("a resource that is a union is found by its key, filtered, changed and deleted", async () => {
  const cat = { id: "pet-00001", kind: "cat", name: "Tom", lives: 9 };
  const dog = { id: "pet-00002", kind: "dog", name: "Rex", barks: true };
  expect(await call("POST", "", { kind: "cat", name: "Tom", lives: 9 })).toEqual([201, cat]);
  expect(await call("POST", "", { kind: "dog", name: "Rex", barks: true })).toEqual([201, dog]);
  expect(await call("GET", "/pet-00001")).toEqual([200, cat]);
  expect(await call("GET", "")).toEqual([200, [cat, dog]]);
  expect(await call("GET", "?kind=dog")).toEqual([200, [dog]]);
  const changed = { ...cat, name: "Thomas" };
  expect(await call("PATCH", "/pet-00001", { kind: "cat", name: "Thomas" })).toEqual([200, changed]);
  expect(await call("GET", "/pet-00001")).toEqual([200, changed]);
  await call("DELETE", "/pet-00001");
  expect(await call("GET", "/pet-00001")).toEqual([404, undefined]);
  expect(await call("GET", "")).toEqual([200, [dog]]);
});
