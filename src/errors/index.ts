export { ConfluentError, type Attempt, type ErrorContext } from "./confluent-error.js";
export {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  NotFoundError,
  PermissionDeniedError,
  QuotaExceededError,
  RateLimitError,
  ServerError,
  UnprocessableEntityError,
  type ApiErrorInit,
} from "./api-error.js";
export type { ApiErrorDetail } from "./error-body.js";
export {
  ConfigurationError,
  ConnectionError,
  PaginationError,
  ResponseFormatError,
  TimeoutError,
} from "./client-errors.js";
