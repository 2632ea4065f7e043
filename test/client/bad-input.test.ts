import { describe, expect, test } from "vitest";
import { ConfigurationError } from "../../src/index.js";
import { connect, type TestClient } from "../support/client.js";
import { environment, page } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import { serve, type TestServer } from "../support/server.js";

/** A server whose response would satisfy every call, and a client. */
async function untouched(): Promise<{ server: TestServer; confluent: TestClient }> {
  const server = await serve(page([]));
  return { server, confluent: connect(server) };
}

const query = { environment };

describe("a path parameter is refused before anything is sent", () => {
  const values: [string, unknown, string][] = [
    ["missing", undefined, "is missing"],
    ["null", null, "is missing"],
    ["empty", "", "is empty"],
    ["white space", " \n", "is empty"],
    ["a dot", ".", 'is ".", which would name another path'],
    ["two dots", "..", 'is "..", which would name another path'],
    ["an empty list", [], "is empty"],
    ["a list with two dots in it", ["a", ".."], 'is "..", which would name another path'],
    ["a list with a gap", ["a", undefined], "is missing"],
  ];

  test.each(values)("when %s, by a resource method", async (_, value, problem) => {
    const { server, confluent } = await untouched();
    const { integrations } = confluent.pim.v1;
    const id = value as string;
    const calls = {
      getPimV1Integration: () => integrations.get(id, query),
      deletePimV1Integration: () => integrations.delete(id, query),
    };
    for (const [operation, call] of Object.entries(calls)) {
      const error = await rejection(call(), ConfigurationError);
      expect(error.message).toBe(`${operation}: path parameter \`id\` ${problem}`);
      expect(error).toMatchObject({ operation, attempts: [] });
    }
    const error = await rejection(confluent.catalog.v1.tags.get(value as string[]), ConfigurationError);
    expect(error.message).toBe(`getCatalogV1Tags: path parameter \`names\` ${problem}`);
    expect(server.requests).toEqual([]);
  });

  test.each(values)("when %s, by a path method", async (_, value, problem) => {
    const { server, confluent } = await untouched();
    const init = { params: { path: { id: value as string }, query } };
    const path = "/pim/v1/integrations/{id}";
    const calls = {
      getPimV1Integration: () => confluent.GET(path, init),
      deletePimV1Integration: () => confluent.request("delete", path, init),
      // A path that is not in the document is named by its method and path.
      [`PATCH ${path}`]: () => confluent.PATCH(path as never, init as never),
    };
    for (const [operation, call] of Object.entries(calls)) {
      const error = await rejection(call(), ConfigurationError);
      expect(error.message).toBe(`${operation}: path parameter \`id\` ${problem}`);
    }
    expect(server.requests).toEqual([]);
  });

  test.each(values)("when %s, by paginate", async (_, value, problem) => {
    const { server, confluent } = await untouched();
    const init = { params: { path: { cluster: value } } };
    const list = confluent.paginate("/kafka/{cluster}/topics" as never, init as never);
    const error = await rejection(list.toArray(), ConfigurationError);
    expect(error.message).toBe(`GET /kafka/{cluster}/topics: path parameter \`cluster\` ${problem}`);
    expect(server.requests).toEqual([]);
  });

  test("when `params` is missing", async () => {
    const { server, confluent } = await untouched();
    for (const init of [undefined, {}, { params: {} }, { params: { path: null } }]) {
      const call = confluent.GET("/pim/v1/integrations/{id}", init as never);
      const { message } = await rejection(call, ConfigurationError);
      expect(message).toBe("getPimV1Integration: path parameter `id` is missing");
    }
    expect(server.requests).toEqual([]);
  });
});

describe("a missing query parameter is reported before anything is sent", () => {
  const queries: [string, unknown, string][] = [
    ["without a query", undefined, "is missing"],
    ["with null for a query", null, "is missing"],
    ["with an empty query", {}, "is missing"],
    ["when undefined", { environment: undefined }, "is missing"],
    ["when null", { environment: null }, "is missing"],
    ["when empty", { environment: "" }, "is empty"],
    // openapi-fetch leaves an empty list out.
    ["when an empty list", { environment: [] }, "is empty"],
    ["when misspelt", { environement: environment }, "is missing"],
  ];

  test.each(queries)("%s, by a resource method", async (_, given, problem) => {
    const { server, confluent } = await untouched();
    const { integrations } = confluent.pim.v1;
    const calls = {
      listPimV1Integrations: () => integrations.list(given as never).toArray(),
      getPimV1Integration: () => integrations.get("cspi-12345", given as never),
      deletePimV1Integration: () => integrations.delete("cspi-12345", given as never),
    };
    for (const [operation, call] of Object.entries(calls)) {
      const error = await rejection(call(), ConfigurationError);
      expect(error.message).toBe(`${operation}: query parameter \`environment\` ${problem}; it is required`);
      expect(error).toMatchObject({ operation, attempts: [] });
    }
    expect(server.requests).toEqual([]);
  });

  test.each(queries)("%s, by a path method and by paginate", async (_, given, problem) => {
    const { server, confluent } = await untouched();
    const init = { params: { query: given } } as never;
    const calls = [
      () => confluent.GET("/pim/v1/integrations", init),
      () => confluent.request("get", "/pim/v1/integrations", init),
      () => confluent.paginate("/pim/v1/integrations", init).toArray(),
    ];
    for (const call of calls) {
      const { message } = await rejection(call(), ConfigurationError);
      const expected = `listPimV1Integrations: query parameter \`environment\` ${problem}; it is required`;
      expect(message).toBe(expected);
    }
    expect(server.requests).toEqual([]);
  });
});

test.each([undefined, null])("a body that is %s is refused before anything is sent", async (body) => {
  const { server, confluent } = await untouched();
  const calls = [
    () => confluent.pim.v1.integrations.create(body as never),
    () => confluent.POST("/pim/v1/integrations", { body } as never),
    () => confluent.POST("/pim/v1/integrations", undefined as never),
  ];
  for (const call of calls) {
    const error = await rejection(call(), ConfigurationError);
    expect(error.message).toBe("createPimV1Integration: the body is missing");
  }
  expect(server.requests).toEqual([]);
});

describe("an argument of the wrong type is refused before anything is sent", () => {
  test.each([
    ["a string", environment, "string"],
    ["a number", 1, "number"],
    ["a boolean", true, "boolean"],
    ["a function", () => ({ environment }), "function"],
  ])("%s for the query, the body or the options", async (_, value, type) => {
    const { server, confluent } = await untouched();
    const { integrations } = confluent.pim.v1;
    const wrong = value as never;
    const calls = {
      "getPimV1Integration: the query": () => integrations.get("cspi-12345", wrong),
      "getPimV1Integration: the options": () => integrations.get("cspi-12345", query, wrong),
      "createPimV1Integration: the body": () => integrations.create(wrong),
      "listPimV1Integrations: the query": async () => integrations.list(wrong).toArray(),
      "listPimV1Integrations: the options": async () => integrations.list(query, wrong).toArray(),
    };
    for (const [what, call] of Object.entries(calls)) {
      const { message } = await rejection(call(), ConfigurationError);
      expect(message).toBe(`${what} must be an object, not a ${type}`);
    }
    expect(server.requests).toEqual([]);
  });

  test("a string for the query of a path method", async () => {
    const { server, confluent } = await untouched();
    const init = { params: { query: `environment=${environment}` } } as never;
    await rejection(confluent.GET("/pim/v1/integrations", init), ConfigurationError);
    expect(() => confluent.paginate("/pim/v1/integrations", init)).toThrow(ConfigurationError);
    expect(server.requests).toEqual([]);
  });
});

test.each([
  ["api.confluent.cloud", "is not a URL"],
  ["https://api.confluent.cloud?x=1", "contains a query"],
  ["ftp://api.confluent.cloud", "must start with https://"],
  [7, "must be a string"],
])("the base URL %j of one call is refused before anything is sent", async (baseUrl, problem) => {
  const { server, confluent } = await untouched();
  const init = { params: { query }, baseUrl: baseUrl as string };
  const error = await rejection(confluent.GET("/pim/v1/integrations", init), ConfigurationError);
  expect(error.message).toContain("listPimV1Integrations: baseUrl");
  expect(error.message).toContain(problem);
  expect(server.requests).toEqual([]);
});
