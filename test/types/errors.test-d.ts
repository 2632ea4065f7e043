import { describe, expectTypeOf, test } from "vitest";
import {
  ApiError,
  ConfluentError,
  type ApiErrorDetail,
  type Attempt,
  type AuthenticationError,
  type BadRequestError,
  type ConfigurationError,
  type ConflictError,
  type ConnectionError,
  type NotFoundError,
  type PaginationError,
  type PermissionDeniedError,
  type QuotaExceededError,
  type RateLimitError,
  type ResponseFormatError,
  type ServerError,
  type UnprocessableEntityError,
} from "../../src/index.js";

declare const error: unknown;

describe("instanceof narrows an error", () => {
  test("to ConfluentError", () => {
    if (!(error instanceof ConfluentError)) return;
    expectTypeOf(error).toEqualTypeOf<ConfluentError>();
    expectTypeOf(error).toExtend<Error>();
    expectTypeOf(error.operation).toEqualTypeOf<string | undefined>();
    expectTypeOf(error.pageToken).toEqualTypeOf<string | undefined>();
    expectTypeOf(error.attempts).toEqualTypeOf<readonly Attempt[]>();
    // Not every error has a response.
    expectTypeOf(error.status).toEqualTypeOf<number | undefined>();
    expectTypeOf(error.requestId).toEqualTypeOf<string | undefined>();
  });

  test("to ApiError", () => {
    if (!(error instanceof ApiError)) return;
    expectTypeOf(error.status).toEqualTypeOf<number>();
    expectTypeOf(error.errors).toEqualTypeOf<readonly ApiErrorDetail[]>();
    expectTypeOf(error.requestId).toEqualTypeOf<string | undefined>();
    expectTypeOf(error.retryAfterMs).toEqualTypeOf<number | undefined>();
    expectTypeOf(error.headers).toEqualTypeOf<Headers>();
    expectTypeOf(error.body).toBeUnknown();
    expectTypeOf(error.errors[0]?.source?.pointer).toEqualTypeOf<string | undefined>();
    // @ts-expect-error -- the properties of an error are read-only
    error.status = 200;
  });

  test("the classes of a status extend ApiError", () => {
    expectTypeOf<
      | AuthenticationError
      | BadRequestError
      | ConflictError
      | NotFoundError
      | PermissionDeniedError
      | QuotaExceededError
      | RateLimitError
      | ServerError
      | UnprocessableEntityError
    >().toExtend<ApiError>();
  });

  test("the other classes do not extend ApiError", () => {
    type Local = ConfigurationError | ConnectionError | PaginationError | ResponseFormatError;
    expectTypeOf<Local>().toExtend<ConfluentError>();
    expectTypeOf<ConfigurationError>().not.toExtend<ApiError>();
    expectTypeOf<ConnectionError>().not.toExtend<ApiError>();
    expectTypeOf<PaginationError>().not.toExtend<ApiError>();
    expectTypeOf<ResponseFormatError>().not.toExtend<ApiError>();
  });
});
