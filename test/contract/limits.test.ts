import { afterAll, describe, expect, test } from "vitest";
import {
  BadRequestError,
  ConfigurationError,
  UnprocessableEntityError,
  type ApiError,
} from "../../src/index.js";
import { callPath, callResource, smallestCall } from "./calls.js";
import { contractClient, type ContractServer } from "./client.js";
import { operations, type DocumentedOperation } from "./document.js";
import { inBatches } from "./in-batches.js";
import { limitsOf } from "./limits.js";
import type { Limit } from "./own-limits.js";
import { changed } from "./wire-request.js";

interface Violation {
  readonly location: readonly string[];
  readonly code: string;
  readonly message: string;
}

type MadeUp = Omit<Violation, "location"> & Partial<Pick<Violation, "location">>;

const all = operations
  .map((operation) => ({ ...operation, limits: limitsOf(operation) }))
  .filter(({ limits }) => limits.length > 0);

/** An empty path parameter makes another path, which no server can tell from what was meant. */
const isEmptyPath = ({ place, rule }: Limit): boolean => place.startsWith("path.") && rule === "minLength";

/** A list's page tokens are those that its server gave. A mock takes any. */
const isToken = ({ place }: Limit): boolean => place === "query.page_token";

let tried = 0;
let reached = 0;
/** Tokens that the fake takes for tokens, as they are within their limits, and refuses all the same: it did not give them. */
let foreign = 0;
afterAll(() => {
  const limits = all.flatMap((operation) => operation.limits);
  const beyond = limits.length + limits.filter((limit) => !isEmptyPath(limit)).length;
  const within = 2 * limits.filter((limit) => limit.within).length;
  console.log(
    `Limits: ${tried} of ${beyond} gone beyond, ${reached} of ${within} reached on two servers, of ${all.length} operations; ` +
      `${foreign} of them are page tokens that the fake did not give, and refuses as such`,
  );
  expect([tried, reached]).toEqual([beyond, within]);
});

describe.each(["mock", "fake"] as const)(
  "a request beyond a limit is refused by the server %s, and rejects with the error of its status",
  (server) => {
    test.for(all)("$operationId", async ({ limits, ...operation }) => {
      const others = limits.filter((limit) => !isEmptyPath(limit));
      await Promise.all(others.map((limit) => goBeyond(server, operation, limit)));
    });
  },
);

async function goBeyond(
  server: ContractServer,
  operation: DocumentedOperation,
  { place, rule, beyond }: Limit,
): Promise<void> {
  const what = `${operation.operationId}: ${place} ${rule}`;
  const { confluent, method, responses } = contractClient(server, operation, {
    alter: (request) => changed(request, operation.path, beyond),
  });
  const error: unknown = await callResource(confluent, method, smallestCall(operation)).catch(
    (reason: unknown) => reason,
  );

  const said = violationsOf(responses[0], error);
  const found = said.map((violation) => (rule === "required" ? nameMissing(violation) : placeOf(violation)));
  expect(found, what).toContain(rule === "required" ? lowerCased(place) : `${lowerCased(place)} ${rule}`);
  expect(error, what).toBeInstanceOf(
    "400" in operation.responses && !("422" in operation.responses)
      ? BadRequestError
      : UnprocessableEntityError,
  );
  tried++;
}

/** Where no response of the document is for invalid requests, Prism makes one up, and has the violations in its body. */
function violationsOf(response: Response | undefined, error: unknown): readonly Violation[] {
  if (!response) throw new Error("No request was sent", { cause: error });
  const header = response.headers.get("sl-violations");
  if (header !== null) return JSON.parse(header) as readonly Violation[];
  const { validation = [] } = (error as ApiError).body as { readonly validation?: readonly MadeUp[] };
  return validation.map(({ location = [], ...violation }) => ({
    ...violation,
    location: ["request", ...location],
  }));
}

/** Prism writes the names of parameters in lower case. Locations start with the word `request`. */
function lowerCased(place: string): string {
  return place.startsWith("body") ? place : place.toLowerCase();
}

function placeOf({ location, code }: Violation): string {
  return `${lowerCased(location.slice(1).join("."))} ${code}`;
}

/** The place of what a violation says is missing: it only gives the place, and has the name in its message. */
function nameMissing({ location, code, message }: Violation): string | undefined {
  if (code !== "required") return undefined;
  const name = /required property '(.+)'/.exec(message)?.[1] ?? "body";
  return lowerCased([...location.slice(1), name].join("."));
}

describe("an empty path parameter is refused by the client, which sends nothing", () => {
  test.for(all.filter(({ limits }) => limits.some(isEmptyPath)))(
    "$operationId",
    async ({ limits, ...operation }) => {
      for (const { place } of limits.filter(isEmptyPath)) {
        const { confluent, responses } = contractClient("mock", operation);
        const call = smallestCall(operation);
        const path = { ...call.path, [place.slice("path.".length)]: "" };
        await expect(callPath(confluent, operation, { ...call, path }), place).rejects.toThrow(
          ConfigurationError,
        );
        expect(responses).toEqual([]);
        tried++;
      }
    },
  );
});

describe.each(["checked", "fake"] as const)("a request at a limit is accepted by the server %s", (server) => {
  test.for(all.filter(({ limits }) => limits.some(({ within }) => within)))(
    "$operationId",
    async ({ limits, ...operation }) => {
      await inBatches(limits, (limit) => reach(server, operation, limit));
    },
  );
});

async function reach(server: ContractServer, operation: DocumentedOperation, limit: Limit): Promise<void> {
  const { place, rule, within } = limit;
  if (!within) return;
  const what = `${place} ${rule}`;
  const { confluent, method, prepare, responses, violations } = contractClient(server, operation, {
    alter: (request) => changed(request, operation.path, within),
  });
  const outcome: unknown = await callResource(confluent, method, prepare(smallestCall(operation))).catch(
    (reason: unknown) => reason,
  );
  expect(violations(), what).toEqual([]);
  if (server === "fake" && isToken(limit) && outcome instanceof Error) {
    expect(violationsOf(responses[0], outcome).map(placeOf), what).toEqual([`${place} page_token`]);
    foreign++;
  } else if (outcome instanceof Error) throw new Error(what, { cause: outcome });
  reached++;
}
