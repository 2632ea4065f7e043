import { expect, test } from "vitest";
import { openDocuments } from "../../../src/testing/document/open-documents.js";
import { rolesOf } from "../../../src/testing/fake/collections.js";
import { roundTrip, roundTripOfSingle } from "./round-trip/round-trip.js";

const operations = openDocuments().operations();
const documents = [...new Set(operations.map(({ document }) => document))];

const collections = documents
  .flatMap((document) => rolesOf(document).collections)
  .filter(({ operations: { create, put, patch } }) => create ?? put ?? patch)
  .map((collection) => [`/${collection.segments.join("/")}`, collection] as const);

test.for(collections)("what is written to %s is what is read", async ([, collection]) => {
  expect(await roundTrip(collection)).toEqual([]);
});

/** What there is once, and what is a part of a resource, with the operations that change it. */
const singles = operations
  .filter(({ method, segments }) => method === "GET" && !segments.at(-1)?.startsWith("{"))
  .map((get) => [get.path, get, operations.filter((one) => one.path === get.path && changes(one))] as const)
  .filter(([, , writes]) => writes.length > 0);

function changes(operation: (typeof operations)[number]): boolean {
  return ["put", "patch"].includes(rolesOf(operation.document).roleOf(operation));
}

test.for(singles)("what is written to %s is what is read there", async ([, get, writes]) => {
  expect(await roundTripOfSingle(get, writes)).toEqual([]);
});

test("every service that takes something is held to it", () => {
  const services = new Set([
    ...collections.map(([, { document }]) => document.name),
    ...singles.map(([, { document }]) => document.name),
  ]);
  const others = documents.map(({ name }) => name).filter((name) => !services.has(name));
  // These are read alone, or asked.
  expect(others).toEqual([
    "billing-v1",
    "endpoint-v1",
    "metrics-v2",
    "service-quota-v1",
    "srcm-v3",
    "sts-v1",
  ]);
  expect(collections.length + singles.length).toBeGreaterThan(75);
});
