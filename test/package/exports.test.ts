import { expect, test } from "vitest";
import * as sdk from "../../src/index.js";

// Whoever adds a name here adds a promise to keep it, and whoever takes one away breaks a program.
test("the package exports only these values", () => {
  expect(Object.keys(sdk).sort()).toEqual([
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
    "apiKey",
    "bearerToken",
    "createClient",
    "createClientFor",
    "githubActionsToken",
    "hasStatus",
    "logEvents",
    "noAuth",
    "orgV2",
    "pimV1",
    "pimV2",
    "stsToken",
    "stsV1",
    "tokenFile",
    "waitUntil",
  ]);
});
