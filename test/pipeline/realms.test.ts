import { readFile } from "node:fs/promises";
import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";
import { bundle } from "../support/bundle.js";
import { serve } from "../support/server.js";

/** What a realm of `node:vm` is given of the platform. The classes of errors are its own. */
const GIVEN = [
  ...["fetch", "Request", "Response", "Headers", "URL", "URLSearchParams", "AbortController", "AbortSignal"],
  ...["DOMException", "setTimeout", "clearTimeout", "performance", "btoa", "ReadableStream", "TextDecoder"],
];

/** Runs a program with the SDK in another realm, as Jest runs tests. */
async function runInRealm(program: string): Promise<unknown> {
  const sdk = await readFile(await bundle("iife"), "utf8");
  const platform = globalThis as unknown as Record<string, unknown>;
  const realm = createContext(Object.fromEntries(GIVEN.map((name) => [name, platform[name]])));
  const json = (await runInContext(
    `${sdk}; (async () => JSON.stringify(await (${program})()))()`,
    realm,
  )) as string;
  return JSON.parse(json);
}

const setup = (url: string): string =>
  `const { environments } = sdk.createClient({ baseUrl: "${url}", auth: sdk.apiKey({ key: "k", secret: "s" }), retry: { baseDelayMs: 1 } }).org.v2;
   const failure = (call) => call.catch(({ name, message, attempts, maybeApplied }) => ({ name, message, attempts: attempts?.length, maybeApplied }));`;

test("a refused connection is made again, and named, also where errors are of another realm", async () => {
  const server = await serve({});
  await server.close();
  const failures = await runInRealm(
    `async () => { ${setup(server.url)} return [await failure(environments.get("e")), await failure(environments.create({ display_name: "a" }))]; }`,
  );
  const refused = {
    name: "ConnectionError",
    attempts: 5,
    message: expect.stringContaining("ECONNREFUSED") as string,
  };
  expect(failures).toEqual([refused, refused]);
});

test("a broken connection and a body that is not JSON are told apart there, too", async () => {
  const server = await serve(({ method }, _, index) =>
    method === "POST" ? "reset" : index === 0 ? { body: "<html>" } : { body: { id: "e" } },
  );
  const results = await runInRealm(
    `async () => { ${setup(server.url)} return [await failure(environments.get("e")), await failure(environments.create({ display_name: "a" })), await environments.get("e")]; }`,
  );
  expect(results).toMatchObject([
    { name: "ResponseFormatError", attempts: 1 },
    { name: "ConnectionError", attempts: 1, maybeApplied: true },
    { id: "e" },
  ]);
});
