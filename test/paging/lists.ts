import { bearerToken, type ClientOptions, createClient, type Paginated } from "../../src/index.js";
import type { Api, Operation } from "../../src/operation.js";
import { type Harness, openHarness } from "../support/harness/harness.js";
import type { HarnessResponse } from "../support/harness/responses.js";
import type { TestServer } from "../support/server.js";

type Query = Readonly<Record<string, unknown>>;

interface Resources {
  readonly things: { list(query?: Query): Paginated<unknown> };
}

/** A list of the server, which is read in the given paging style. */
export function listOf(server: TestServer, paging: Operation["paging"], query?: Query): Paginated<unknown> {
  const operation: Operation = {
    id: "listThings",
    method: "GET",
    path: "/things",
    ...(paging && { paging }),
  };
  const api: Api<object, Resources> = { operations: { things: { list: operation } } };
  return createClient({ api, baseUrl: server.url, auth: bearerToken("token-1") }).things.list(query);
}

/** A harness whose server sends the given responses to the requests for pages. */
export async function openList(
  responses: readonly HarnessResponse[],
  options?: ClientOptions,
): Promise<Harness> {
  const harness = await openHarness(options);
  harness.respondWith(responses);
  return harness;
}

/** Reads the list of things to its end. */
export function readAll({ confluent, run }: Harness): Promise<unknown> {
  return run(confluent.things.list().toArray());
}
