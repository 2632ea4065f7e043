import { afterAll, describe, expect, inject, test } from "vitest";
import { apiKey, bearerToken, ServerError, type ApiError } from "../../src/index.js";
import * as sdk from "../../src/index.js";
import { contractClient, validCalls } from "./client.js";
import { declaredAnswers } from "./document.js";

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
    `Contract: ${exercised.size} of ${declaredAnswers.length} declared operation × status pairs exercised`,
  );
  expect(exercised.size).toBe(declaredAnswers.length);
});

describe.each(Object.entries(schemes))(
  "with %s, through a proxy that checks both sides against the document",
  (_, auth) => {
    test.each(declaredAnswers)("$operationId answered $status", async ({ operationId, status }) => {
      const { confluent, answers, expectNoViolations } = contractClient(inject("checkedUrl"), auth);
      const call = validCalls[operationId];
      expect(call, `a valid call of ${operationId} in test/contract/client.ts`).toBeDefined();
      const outcome = await call?.(confluent, { headers: { Prefer: `code=${status}` } }).catch(
        (error: unknown) => error,
      );

      expect(answers.map((answer) => answer.status)).toEqual([status]);
      expectNoViolations();
      exercised.add(`${operationId} ${status}`);
      const headers = answers[0]?.headers ?? new Headers();
      if (status < 300) return expectSuccess(status, outcome, headers);
      expectFailure({ status, operationId, error: outcome as ApiError, headers });
    });
  },
);

function expectSuccess(status: number, outcome: unknown, headers: Headers): void {
  for (const name of ["x-request-id", "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"]) {
    expect(headers.get(name), name).not.toBeNull();
  }
  if (status === 201) expect(headers.get("location")).toContain("cspi-00000");
  if (status === 204) expect(outcome).toBeUndefined();
  else if (Array.isArray(outcome)) expect(outcome).toHaveLength(3);
  else expect(outcome).toMatchObject({ id: "cspi-00000", environment: { id: "env-00000" } });
}

function expectFailure(failure: {
  status: number;
  operationId: string;
  error: ApiError;
  headers: Headers;
}): void {
  const { status, operationId, error, headers } = failure;
  expect(error).toBeInstanceOf(classes[status] ?? ServerError);
  expect(error).toMatchObject({ status, operation: operationId, requestId: headers.get("x-request-id") });
  // A 429 has no body to tell anything.
  expect(error.errors.map((one) => one.status)).toEqual(status === 429 ? [] : [String(status)]);
  expect(error.message).toContain(operationId);
  if (status === 401) expect(error.headers.get("www-authenticate")).toContain("Basic");
  if (status === 409) expect(error.headers.get("location")).toContain("cspi-00000");
  if (status === 429) expect(error.retryAfterMs).toBe(1000);
}
