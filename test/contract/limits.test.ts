import { afterAll, describe, expect, test } from "vitest";
import { BadRequestError, ConfigurationError, UnprocessableEntityError } from "../../src/index.js";
import { validCalls } from "./calls.js";
import { contractClient } from "./client.js";
import { limits } from "./limits.js";
import { changed } from "./wire-request.js";

interface Violation {
  readonly location: readonly string[];
  readonly code: string;
  readonly message: string;
}

const errors: Record<number, typeof BadRequestError> = {
  400: BadRequestError,
  422: UnprocessableEntityError,
};

/** Locations start with the word `request`. */
const placeOf = (location: readonly string[]): string => location.slice(1).join(".");

/** The place of what a violation says is missing: it only gives the place, and has the name in its message. */
function nameMissing({ location, code, message }: Violation): string | undefined {
  if (code !== "required") return undefined;
  const name = /required property '(.+)'/.exec(message)?.[1] ?? "body";
  return [...location.slice(1), name].join(".");
}

/** An empty path parameter makes another path, which no server can tell from what was meant. */
const isEmptyPath = ({ place, rule }: (typeof limits)[number]): boolean =>
  place.startsWith("path.") && rule === "minLength";

let tried = 0;
afterAll(() => {
  console.log(`Limits: ${tried} of ${limits.length} gone beyond`);
  expect(tried).toBe(limits.length);
});

describe("a request beyond a limit is refused, and rejects with the error of its status", () => {
  test.each(limits.filter((limit) => !isEmptyPath(limit)))(
    "$operationId: $place $rule",
    async ({ operationId, path, place, rule, status, beyond }) => {
      const { confluent, responses } = contractClient("mock", {
        alter: (request) => changed(request, path, beyond),
      });
      const error: unknown = await validCalls[operationId]?.(confluent).catch((reason: unknown) => reason);

      expect(error).toBeInstanceOf(errors[status]);
      const said = JSON.parse(responses[0]?.headers.get("sl-violations") ?? "[]") as readonly Violation[];
      if (rule === "required") expect(said.map(nameMissing)).toContain(place);
      else
        expect(said.map(({ location, code }) => `${placeOf(location)} ${code}`)).toContain(
          `${place} ${rule}`,
        );
      tried++;
    },
  );
});

describe("an empty path parameter is refused by the client, which sends nothing", () => {
  test.each(limits.filter(isEmptyPath))("$operationId: $place", async ({ method, path, place }) => {
    const { confluent, responses } = contractClient("mock");
    const call = confluent[method] as (path: string, init: object) => Promise<unknown>;
    const params = { path: { [place.slice("path.".length)]: "" } };
    await expect(call(path, { params, body: {} })).rejects.toThrow(ConfigurationError);
    expect(responses).toEqual([]);
    tried++;
  });
});

describe("a request at a limit is accepted", () => {
  test.each(limits.filter(({ within }) => within))(
    "$operationId: $place $rule",
    async ({ operationId, path, within = () => undefined }) => {
      const { confluent, expectNoViolations } = contractClient("checked", {
        alter: (request) => changed(request, path, within),
      });
      await validCalls[operationId]?.(confluent);
      expectNoViolations();
    },
  );
});
