import { afterAll, describe, expect, test } from "vitest";
import { apiKey, bearerToken, ServerError, type ApiError } from "../../src/index.js";
import * as sdk from "../../src/index.js";
import { validCalls } from "./calls.js";
import { contractClient } from "./client.js";
import { declaredResponses, type DeclaredResponse } from "./document.js";

const classes: Record<number, typeof ApiError> = {
  400: sdk.BadRequestError,
  401: sdk.AuthenticationError,
  402: sdk.QuotaExceededError,
  403: sdk.PermissionDeniedError,
  404: sdk.NotFoundError,
  409: sdk.ConflictError,
  422: sdk.UnprocessableEntityError,
  429: sdk.RateLimitError,
};

const schemes = {
  "cloud-api-key": apiKey({ key: "key", secret: "secret" }),
  "confluent-sts-access-token": bearerToken("header.payload.signature"),
};

const exercised = new Set<string>();
afterAll(() => {
  console.log(
    `Contract: ${exercised.size} of ${declaredResponses.length} declared operation × status pairs exercised`,
  );
  expect(exercised.size).toBe(declaredResponses.length);
});

describe.each(Object.entries(schemes))(
  "with %s, through a proxy that checks request and response",
  (_, auth) => {
    test.each(declaredResponses)("$operationId responds with $status", async (declared) => {
      const { operationId, status } = declared;
      const { confluent, responses, expectNoViolations } = contractClient("checked", { auth });
      const call = validCalls[operationId];
      expect(call, `a valid call of ${operationId} in test/contract/calls.ts`).toBeDefined();
      const outcome = await call?.(confluent, { headers: { Prefer: `code=${status}` } }).catch(
        (error: unknown) => error,
      );

      expect(responses.map((response) => response.status)).toEqual([status]);
      expectNoViolations();
      for (const name of declared.headers) expect(responses[0]?.headers.get(name), name).not.toBeNull();
      if (status >= 300) expectFailure(declared, outcome as ApiError);
      else if (!declared.hasBody) expect(outcome).toBeUndefined();
      else expect(outcome).toEqual(Array.isArray(outcome) ? twoOrMore : expect.any(Object));
      exercised.add(`${operationId} ${status}`);
    });
  },
);

const twoOrMore = expect.arrayContaining([expect.any(Object), expect.any(Object)]) as unknown;

function expectFailure({ status, operationId, hasBody }: DeclaredResponse, error: ApiError): void {
  expect(error).toBeInstanceOf(classes[status] ?? ServerError);
  expect(error).toMatchObject({ status, operation: operationId });
  expect(error.requestId).toBe(error.headers.get("x-request-id"));
  expect(error.errors.map((one) => one.status)).toEqual(hasBody ? [String(status)] : []);
  expect(error.message).toContain(operationId);
  if (status === 429) expect(error.retryAfterMs).toBe(1000);
}
