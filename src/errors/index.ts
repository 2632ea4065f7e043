export { ConfluentError, type Attempt, type CallContext } from "./confluent-error.js";
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
  type FailedAnswer,
} from "./api-error.js";
export type { ApiErrorDetail } from "./error-body.js";
export {
  ConfigurationError,
  ConnectionError,
  PaginationError,
  ResponseFormatError,
  TimeoutError,
} from "./local-errors.js";
