import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { apiKey, bearerToken, ConfluentError, stsV1, createClientFor } from "../../src/index.js";
import { connect, key, secret } from "../support/client.js";
import { environment, newIntegration } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import { serve, type ReceivedRequest, type TestServer } from "../support/server.js";
import type { ScriptedResponse } from "../support/respond.js";

const basic = btoa(`${key}:${secret}`);
const token = "eyJhbGciOiJub25lIn0.c2VjcmV0c2VjcmV0.signature";
const schemes = [
  ["apiKey", apiKey({ key, secret }), [basic, basic.replace(/=+$/, ""), secret]],
  ["bearerToken", bearerToken(token), [token]],
] as const;

/** Everything that a person or a log may see of an error. */
function shown(error: ConfluentError): string {
  const texts = [
    error.message,
    error.stack,
    JSON.stringify(error),
    inspect(error, { depth: 20, showHidden: true }),
  ];
  if ("body" in error) texts.push(JSON.stringify(error.body));
  if ("headers" in error) texts.push(JSON.stringify([...(error.headers as Headers)]));
  return texts.join("\n");
}

type Echo = (credentials: string) => ScriptedResponse;
const sentIn = ({ headers }: ReceivedRequest): string => headers.authorization ?? "";
const echoes: [string, Echo][] = [
  ["a JSON body", (it) => ({ status: 400, body: { errors: [{ detail: `bad header ${it}`, title: it }] } })],
  ["a body of text", (it) => ({ status: 500, body: `Request: Authorization: ${it}` })],
  ["a body, encoded for a URL", (it) => ({ status: 500, body: `?authorization=${encodeURIComponent(it)}` })],
  ["a header", (it) => ({ status: 403, headers: { "x-request-id": it, "x-debug": `got ${it}` } })],
  [
    "the type of a success",
    (it) => ({ headers: { "content-type": `text/${it}`, "x-request-id": it }, body: "<" }),
  ],
  ["a redirect", (it) => ({ status: 302, headers: { location: `https://u:${secret}@a.example/?q=${it}` } })],
];

describe.each(schemes)("what a response repeats of the credentials is hidden (%s)", (_, auth, hidden) => {
  test.each(echoes)("in %s", async (_, echo) => {
    const server = await serve((request) => echo(sentIn(request)));
    const events: unknown[] = [];
    const confluent = connect(server, { auth, onEvent: (event) => events.push(event) });
    const call = confluent.pim.v1.integrations.get("cspi-12345", { environment });
    const text = shown(await rejection(call, ConfluentError)) + JSON.stringify(events);
    for (const value of hidden) expect(text).not.toContain(value);
    expect(sentIn(await server.received(1)).length).toBeGreaterThan(20);
  });

  test("in the error of a path", async () => {
    const server = await serve((request) => ({ status: 400, body: { message: sentIn(request) } }));
    const { error, response } = await connect(server, { auth }).GET("/pim/v1/integrations", {
      params: { query: { environment } },
    });
    const text = JSON.stringify(error) + (await response.clone().text());
    for (const value of hidden) expect(text).not.toContain(value);
    expect(text).toContain("[hidden]");
  });

  test("in what `fetch` throws in another realm, and in the request that an error carries", async () => {
    const server = await serve([]);
    const errors: ((headers: Headers) => unknown)[] = [
      (headers) =>
        runInNewContext("Object.assign(new TypeError('no mock'), { cause: new Error(quoted) })", {
          quoted: JSON.stringify([...headers]),
        }) as unknown,
      (headers) => Object.assign(new TypeError("no mock"), { request: { headers } }),
      (headers) =>
        Object.assign(new TypeError("no mock"), { config: { headers: Object.fromEntries(headers) } }),
    ];
    for (const create of errors) {
      const fetch = ({ headers }: Request): Promise<never> => Promise.reject(create(headers));
      const call = connect(server, { auth, fetch }).pim.v1.integrations.create(newIntegration);
      const error = await rejection(call, ConfluentError);
      for (const value of hidden) expect(shown(error)).not.toContain(value);
      expect(error.cause).toMatchObject({ name: "TypeError", message: "no mock" });
    }
  });

  test("in what `fetch` throws, and in its causes", async () => {
    const lines: string[] = [];
    const write = (message: string, details: object): void => void lines.push(message + inspect(details));
    const confluent = connect(await serve([]), {
      auth,
      logger: { debug: write, info: write, warn: write, error: write },
      logLevel: "debug",
      fetch: ({ headers }) => {
        const quoted = `no match for ${JSON.stringify([...headers])} via http://user:hunter2hunter2@proxy/`;
        return Promise.reject(new TypeError("fetch failed", { cause: new Error(quoted) }));
      },
    });
    const error = await rejection(confluent.pim.v1.integrations.create(newIntegration), ConfluentError);
    const text = shown(error) + lines.join("\n");
    for (const value of [...hidden, "hunter2hunter2"]) expect(text).not.toContain(value);
    expect(error.message).toContain("no match for");
    expect(error.cause).toBeInstanceOf(TypeError);
    expect(lines.length).toBeGreaterThan(0);
  });

  test("and no middleware sees them", async () => {
    const server = await serve([{ body: {} }, { status: 401 }, "reset"]);
    const confluent = connect(server, { auth });
    const seen: (string | null)[] = [];
    const look = ({ request }: { request: Request }): void =>
      void seen.push(request.headers.get("authorization"));
    confluent.use({ onRequest: look, onResponse: look, onError: look });
    for (let count = 0; count < 3; count++) {
      await confluent.pim.v1.integrations.create(newIntegration).catch(() => undefined);
    }
    expect(seen).toEqual([null, null, null, null, null, null]);
    expect(server.requests.map(sentIn).every((value) => value.length > 20)).toBe(true);
  });
});

describe("a secret is hidden however it is written", () => {
  const odd = `p/w+"q\\z=&<'9876543210`;
  const json = (text: string): string => JSON.stringify(text).slice(1, -1);
  const asEscapes = (text: string, which: RegExp): string =>
    text.replace(which, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
  test.each<[string, string]>([
    ["in JSON", json(odd)],
    ["in JSON, by PHP", json(odd).replaceAll("/", "\\/")],
    ["in JSON, by Go", asEscapes(json(odd), /[<>&]/g)],
    ["in JSON, by Gson", asEscapes(json(odd), /[<>&=']/g)],
    ["in JSON within JSON", json(json(odd))],
    ["in a URL", encodeURIComponent(odd)],
    ["in a URL, in lower case", encodeURIComponent(odd).replace(/%../g, (code) => code.toLowerCase())],
    ["in a form", String(new URLSearchParams({ odd }))],
    ["in HTML", odd.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")],
    ["in base64", btoa(odd)],
  ])("%s", async (_, written) => {
    const server = await serve({ status: 400, body: `{"message":"wrong: ${written}"}` });
    const confluent = connect(server, { auth: apiKey({ key, secret: odd }) });
    const call = confluent.pim.v1.integrations.get("cspi-12345", { environment });
    const error = await rejection(call, ConfluentError);
    expect(error.message).toContain("wrong: ");
    const text = shown(error);
    for (const one of [odd, json(odd), json(json(odd)), written]) expect(text).not.toContain(one);
    expect(text).toContain("[hidden]");
  });

  test("a password in a URL, whatever it contains", async () => {
    const server = await serve({
      status: 400,
      body: "see https://user:pass@word@a.example/ and //b.example/@c",
    });
    const call = connect(server).pim.v1.integrations.get("cspi-12345", { environment });
    const { message } = await rejection(call, ConfluentError);
    expect(message).toContain("400 see https://[hidden]@a.example/ and //b.example/@c (");
  });
});

test.each<[string, unknown]>([
  ["a list", { passwords: 1, password: ["hunter2hunter2"] }],
  ["a form", new URLSearchParams({ client_secret: "hunter2hunter2" })],
  ["the text of a form", "client_assertion=hunter2hunter2&grant_type=client_credentials"],
  ["the text of JSON", '{"nested":{"apiKey":"hunter2hunter2"}}'],
])("a secret in %s is found", async (_, body) => {
  const server = await serve({ status: 400, body: { message: "hunter2hunter2 is wrong" } });
  const confluent = connect(server);
  const { error } = await confluent.POST(
    "/odd" as never,
    { body, headers: { "Content-Type": "text/plain" } } as never,
  );
  expect(error).toEqual({ message: "[hidden] is wrong" });
});

test("a secret in the body of a call is hidden as the credentials are", async () => {
  const server = await serve(({ body }) => ({
    status: 400,
    body: { error: "invalid", error_description: body },
  }));
  const { sts } = createClientFor(stsV1, { baseUrl: server.url, auth: bearerToken(token), retry: false });
  const form = {
    grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
    subject_token: "header.payload.signature-of-the-provider",
    subject_token_type: "urn:ietf:params:oauth:token-type:jwt",
    requested_token_type: "urn:ietf:params:oauth:token-type:access_token",
    identity_pool_id: "pool-12345",
  } as never;
  const error = await rejection(sts.v1.oauth2.token.exchange(form), ConfluentError);
  expect(shown(error)).not.toContain("signature-of-the-provider");
  expect(error.message).toContain("identity_pool_id=pool-12345");
});

describe("a message is readable, whatever the service sent", () => {
  async function messageFor(response: ScriptedResponse): Promise<string> {
    const server: TestServer = await serve(response);
    const call = connect(server).pim.v1.integrations.get("cspi-12345", { environment });
    return (await rejection(call, ConfluentError)).message;
  }

  test("control characters are escaped", async () => {
    const detail = "a\u001b[31mb\r\nERROR forged\u0007\u009bc\u202ed\u2028e\ud800";
    expect(await messageFor({ status: 400, body: { errors: [{ detail }] } })).toBe(
      "400 a\\u001b[31mb\\r\\nERROR forged\\u0007\\u009bc\\u202ed\\u2028e\\ud800 (getPimV1Integration)",
    );
  });

  test("a long text is cut, and so are many problems", async () => {
    const long = "x".repeat(100_000);
    expect(await messageFor({ status: 400, body: { message: long } })).toBe(
      `400 ${"x".repeat(500)}… (getPimV1Integration)`,
    );
    const errors = Array.from({ length: 1_000 }, (_, index) => ({ detail: `problem ${index}` }));
    expect(await messageFor({ status: 400, body: { errors } })).toBe(
      "400 problem 0; problem 1; problem 2; problem 3; problem 4; and 995 more (getPimV1Integration)",
    );
  });

  test("a long media type is cut", async () => {
    const response = { headers: { "Content-Type": `text/${"x".repeat(8_000)}` }, body: "<" };
    expect(await messageFor(response)).toBe(
      `200 with a body that is not JSON but text/${"x".repeat(195)}… (getPimV1Integration)`,
    );
  });

  test("letters of any language stay", async () => {
    expect(await messageFor({ status: 400, body: { message: "日本 ü 🙂" } })).toContain("400 日本 ü 🙂 (");
  });
});
