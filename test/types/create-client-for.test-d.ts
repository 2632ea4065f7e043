import type { Client } from "openapi-fetch";
import { describe, expectTypeOf, test } from "vitest";
import {
  createClientFor,
  type Api,
  type Auth,
  type ConfluentClient,
  type Paginated,
  type ServiceClientOptions,
} from "../../src/index.js";

interface Cat {
  id: string;
  lives: number;
}
interface Dog {
  id: string;
  tricks: string[];
}
interface ListOf<Item> {
  parameters: { query?: { page_token?: string } };
  get: {
    parameters: { query?: { page_token?: string } };
    responses: { 200: { content: { "application/json": { data: Item[]; metadata: { next?: string } } } } };
  };
}
interface CatPaths {
  "/pets/v1/cats": ListOf<Cat>;
}
interface DogPaths {
  "/pets/v2/dogs": ListOf<Dog>;
}
declare const catsV1: Api<CatPaths, { pets: { v1: { cats: { list(): Paginated<Cat> } } } }>;
declare const dogsV2: Api<DogPaths, { pets: { v2: { dogs: { list(): Paginated<Dog> } } } }>;
declare const auth: Auth;

describe("createClientFor one service", () => {
  const confluent = createClientFor(catsV1, { auth });

  test("has its resources and its paths, and no others", () => {
    expectTypeOf(confluent.pets.v1.cats.list()).toEqualTypeOf<Paginated<Cat>>();
    expectTypeOf(confluent.paginate("/pets/v1/cats")).toEqualTypeOf<Paginated<Cat>>();
    expectTypeOf(confluent).toExtend<Client<CatPaths>>();
    expectTypeOf(confluent).toEqualTypeOf<ConfluentClient<typeof catsV1>>();
    // @ts-expect-error -- another service
    void confluent.pets.v2;
    // @ts-expect-error -- a path of another service
    void confluent.GET("/pets/v2/dogs");
  });
});

describe("createClientFor several services", () => {
  const confluent = createClientFor([catsV1, dogsV2], { auth });

  test("has the resources of all of them", () => {
    expectTypeOf(confluent.pets.v1.cats.list()).toEqualTypeOf<Paginated<Cat>>();
    expectTypeOf(confluent.pets.v2.dogs.list()).toEqualTypeOf<Paginated<Dog>>();
    // @ts-expect-error -- no such member in either service
    void confluent.pets.v3;
  });

  test("has the paths of all of them", async () => {
    const { data: cats } = await confluent.GET("/pets/v1/cats");
    expectTypeOf(cats.data).toEqualTypeOf<Cat[]>();
    const { data: dogs } = await confluent.GET("/pets/v2/dogs");
    expectTypeOf(dogs.data).toEqualTypeOf<Dog[]>();
    expectTypeOf(confluent.paginate("/pets/v2/dogs")).toEqualTypeOf<Paginated<Dog>>();
    expectTypeOf(confluent).toExtend<Client<CatPaths & DogPaths>>();
    // @ts-expect-error -- no such member in either service
    void confluent.GET("/pets/v3/birds");
  });

  test("has a type that can be named", () => {
    expectTypeOf(confluent).toEqualTypeOf<ConfluentClient<readonly [typeof catsV1, typeof dogsV2]>>();
    expectTypeOf(confluent).toExtend<ConfluentClient<[typeof catsV1, typeof dogsV2]>>();
    expectTypeOf<ConfluentClient<[typeof catsV1]>>().toEqualTypeOf<ConfluentClient<typeof catsV1>>();
  });
});

test("createClientFor has the options of createClient, but requires `auth` and has no `api`", () => {
  expectTypeOf<ServiceClientOptions>().toHaveProperty("auth").toEqualTypeOf<Auth>();
  expectTypeOf<ServiceClientOptions>().not.toHaveProperty("api");
  createClientFor(catsV1, { auth, logger: console, logLevel: "info", totalTimeoutMs: 1, retry: false });
  // @ts-expect-error -- auth is required
  createClientFor(catsV1, {});
  // @ts-expect-error -- the options are required
  createClientFor(catsV1);
  // @ts-expect-error -- not a service
  createClientFor({ pets: {} }, { auth });
  // @ts-expect-error -- not an array of services
  createClientFor([catsV1, {}], { auth });
});
