import { describe, expect, test } from "vitest";
import { serializeStyledHeaders } from "../../src/http/styled-headers.js";
import { serializeStyledPath } from "../../src/http/styled-path.js";
import { serializeStyledQuery } from "../../src/http/styled-query.js";
import {
  bearerToken,
  ConfigurationError,
  createClient,
  type Operation,
  type ParameterStyle,
} from "../../src/index.js";
import { serve, type ReceivedRequest } from "../support/server.js";

/*
 * How parameters are written: https://spec.openapis.org/oas/v3.1.1#style-examples, with the values of RFC 6570.
 */

const usual = { id: "getShape", method: "GET", successes: { 204: [] } } as const;
const list = ["blue", "black"];
const object = { R: 100, "G&": "a b" };

type Init = Readonly<Record<string, unknown>>;

async function send(
  operation: Partial<Operation>,
  init: Init,
  options: Init = {},
): Promise<ReceivedRequest | undefined> {
  const server = await serve({ status: 204 });
  const shape = { ...usual, path: "/shapes", ...operation };
  const api = { operations: { shape } };
  const client = createClient({
    api,
    baseUrl: server.url,
    auth: bearerToken("token"),
    ...options,
  }) as unknown as {
    GET: (path: string, init: object) => Promise<object>;
  };
  await client.GET(shape.path, init);
  return server.requests[0];
}

describe("a query parameter is written", () => {
  const urlOf = async (
    style: ParameterStyle,
    value: unknown,
    more: Init = {},
  ): Promise<string | undefined> => {
    const styledQuery = { serialize: serializeStyledQuery, styles: { "a b": style } };
    const request = await send(
      { styledQuery },
      { params: { query: { "a b": value, other: [1, 2] } }, ...more },
    );
    return request?.url.replace("/shapes?", "");
  };
  const rest = "other=1&other=2";

  test.each<[string, ParameterStyle, unknown, string]>([
    ["form, exploded, a list", { style: "form" }, list, "a%20b=blue&a%20b=black"],
    ["form, exploded, an object", { style: "form" }, object, "R=100&G%26=a%20b"],
    ["form, a list", { explode: false }, list, "a%20b=blue,black"],
    ["form, an object", { explode: false }, object, "a%20b=R,100,G%26,a%20b"],
    ["form, a string", { explode: false }, "x,y", "a%20b=x%2Cy"],
    ["form, a number", { explode: false }, 5, "a%20b=5"],
    ["form, an empty string", { explode: false }, "", "a%20b="],
    ["spaceDelimited", { style: "spaceDelimited" }, list, "a%20b=blue%20black"],
    ["spaceDelimited, exploded", { style: "spaceDelimited", explode: true }, list, "a%20b=blue&a%20b=black"],
    ["pipeDelimited", { style: "pipeDelimited" }, list, "a%20b=blue%7Cblack"],
    ["pipeDelimited, an object", { style: "pipeDelimited" }, object, "a%20b=R%7C100%7CG%26%7Ca%20b"],
    ["deepObject, reserved", { style: "deepObject", allowReserved: true }, { u: "a/b" }, "a%20b[u]=a/b"],
    ["JSON", { json: true }, { k: ["ü&", null] }, "a%20b=%7B%22k%22%3A%5B%22%C3%BC%26%22%2Cnull%5D%7D"],
    [
      "reserved, but for what ends a value",
      { allowReserved: true },
      ":/?[]@!$'()*,;=&#+ é",
      "a%20b=:/?[]@!$%27()*,;=%26%23%2B%20%C3%A9",
    ],
    ["reserved, encoded already", { allowReserved: true }, "a%2Fb 5%", "a%20b=a%2Fb%205%25"],
    ["a date", { explode: false }, [new Date(0)], "a%20b=1970-01-01T00%3A00%3A00.000Z"],
  ])("%s", async (_, style, value, expected) => {
    expect(await urlOf(style, value)).toBe(`${expected}&${rest}`);
  });

  test("not at all if it is undefined, null or empty", async () => {
    for (const value of [undefined, null, [], {}, [null]])
      expect(await urlOf({ explode: false }, value)).toBe(rest);
  });

  test("in place of the style by the call's own `querySerializer`", async () => {
    expect(await urlOf({ explode: false }, list, { querySerializer: () => "mine=1" })).toBe("mine=1");
  });

  test("never as [object Object]: what a style cannot write is refused", async () => {
    for (const value of [[["a"]], { a: { b: 1 } }, [{ a: 1 }]]) {
      await expect(urlOf({ explode: false }, value)).rejects.toThrow(ConfigurationError);
    }
    await expect(urlOf({ explode: false }, ["\ud800"])).rejects.toThrow("half a surrogate pair");
  });

  test("behind the query that the path has", async () => {
    const styledQuery = { serialize: serializeStyledQuery, styles: { ids: { explode: false } } };
    const request = await send({ path: "/shapes?kind=x", styledQuery }, { params: { query: { ids: list } } });
    expect(request?.url).toBe("/shapes?kind=x&ids=blue,black");
  });
});

describe("a path parameter is written", () => {
  test.each<[string, ParameterStyle, unknown, string]>([
    ["simple, exploded, an object", { explode: true }, object, "R=100,G%26=a%20b"],
    ["label, a string", { style: "label" }, "a/b", ".a%2Fb"],
    ["label, a list", { style: "label" }, list, ".blue,black"],
    ["label, exploded, a list", { style: "label", explode: true }, list, ".blue.black"],
    ["label, exploded, an object", { style: "label", explode: true }, object, ".R=100.G%26=a%20b"],
    ["matrix, a string", { style: "matrix" }, "b", ";id=b"],
    ["matrix, a list", { style: "matrix" }, list, ";id=blue,black"],
    ["matrix, exploded, a list", { style: "matrix", explode: true }, list, ";id=blue;id=black"],
    ["matrix, an object", { style: "matrix" }, object, ";id=R,100,G%26,a%20b"],
    ["matrix, exploded, an object", { style: "matrix", explode: true }, object, ";R=100;G%26=a%20b"],
    ["JSON", { json: true }, { a: 1 }, "%7B%22a%22%3A1%7D"],
  ])("%s", async (_, style, id, expected) => {
    const styledPath = { serialize: serializeStyledPath, styles: { id: style } };
    const path = "/shapes/{id}/of/{other}";
    const request = await send({ path, styledPath }, { params: { path: { id, other: "{id}" } } });
    expect(request?.url).toBe(`/shapes/${expected}/of/%7Bid%7D`);
  });

  test("only if it names a resource", async () => {
    const styledPath = { serialize: serializeStyledPath, styles: { id: { style: "label" } as const } };
    for (const id of [".", "..", "", ["a", ".."], undefined]) {
      const call = send({ path: "/shapes/{id}", styledPath }, { params: { path: { id } } });
      await expect(call).rejects.toThrow(ConfigurationError);
    }
  });
});

describe("a header parameter", () => {
  const styledHeaders = {
    serialize: serializeStyledHeaders,
    styles: { "X-Arg": { json: true }, "X-Pair": { style: "simple" }, "X-Map": { explode: true } },
  } as const;

  test("is written as JSON, as an object or as a list", async () => {
    const header = {
      "x-arg": { k: "é" },
      "X-Pair": { a: 1, b: "c d" },
      "X-Map": { a: 1, b: 2 },
      "X-List": ["a", "b"],
      "X-Count": 3,
    };
    for (const init of [{ params: { header } }, { headers: header }]) {
      const request = await send({ styledHeaders }, init);
      expect(request?.headers).toMatchObject({
        "x-arg": String.raw`{"k":"\u00e9"}`,
        "x-pair": "a,1,b,c d",
        "x-map": "a=1,b=2",
        "x-list": "a, b",
        "x-count": "3",
      });
    }
  });

  describe("that is required", () => {
    const requiredHeaders = ["X-Tenant"];

    test("may come from the call or from the client", async () => {
      const headers = { "x-tenant": "acme" };
      expect((await send({ requiredHeaders }, { headers }))?.headers["x-tenant"]).toBe("acme");
      expect((await send({ requiredHeaders }, { params: { header: headers } }))?.headers["x-tenant"]).toBe(
        "acme",
      );
      expect((await send({ requiredHeaders }, {}, { headers }))?.headers["x-tenant"]).toBe("acme");
    });

    test("is missed before anything is sent", async () => {
      const server = await serve({ status: 204 });
      const api = { operations: { shape: { get: { ...usual, path: "/shapes", requiredHeaders } } } };
      const client = createClient({ api, baseUrl: server.url, auth: bearerToken("token") }) as unknown as {
        shape: { get: (query?: object, options?: object) => Promise<void> };
      };
      const message = "getShape: the header `X-Tenant` is missing; it is required";
      await expect(client.shape.get()).rejects.toThrow(message);
      await expect(client.shape.get({}, { headers: { "X-Tenant": null } })).rejects.toThrow(
        ConfigurationError,
      );
      expect(server.requests).toEqual([]);
    });
  });
});
