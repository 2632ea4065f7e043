import { expect, test } from "vitest";
import * as sdk from "../../src/index.js";

// A new name here is a promise to keep it; to remove one breaks programs.
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
    "api",
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
    "readEventStream",
    "readJsonEventStream",
    "readJsonStream",
    "stsToken",
    "stsV1",
    "tokenFile",
    "waitUntil",
  ]);
});
