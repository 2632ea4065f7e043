import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import * as core from "../../src/core.js";
import * as sdk from "../../src/index.js";

const services = readdirSync("openapi")
  .filter((file) => file.endsWith(".yaml"))
  .map((file) =>
    file.slice(0, -".yaml".length).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
  );

test("the package exports the API of each service", () => {
  expect(Object.keys(sdk)).toEqual(expect.arrayContaining(services));
});

// A new name here is a promise to keep it; to remove one breaks programs.
test("beside them, the package exports only these values", () => {
  const names = Object.keys(sdk).filter((name) => !services.includes(name));
  expect(names.sort()).toEqual([
    "ApiError",
    "AuthenticationError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "ConfluentError",
    "ConnectionError",
    "NotFoundError",
    "Paginated",
    "PaginationError",
    "PermissionDeniedError",
    "QuotaExceededError",
    "RateLimitError",
    "ResponseFormatError",
    "ServerError",
    "TimeoutError",
    "UnprocessableEntityError",
    "api",
    "apiKey",
    "bearerToken",
    "createClient",
    "createClientFor",
    "encodeBody",
    "githubActionsToken",
    "hasStatus",
    "logEvents",
    "noAuth",
    "readEventStream",
    "readJsonEventStream",
    "readJsonStream",
    "serializeForm",
    "serializeMultipart",
    "serializeStyledForm",
    "serializeStyledHeaders",
    "serializeStyledPath",
    "serializeStyledQuery",
    "shareRateLimit",
    "stsToken",
    "tokenFile",
    "waitUntil",
  ]);
});

test("its core has all of them but those that need every service", () => {
  const others = Object.keys(sdk).filter((name) => !services.includes(name) && !(name in core));
  expect(others.sort()).toEqual(["api", "createClient"]);
  expect(Object.keys(core).filter((name) => services.includes(name))).toEqual([]);
});
