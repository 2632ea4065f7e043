/** All of the root but the services, for programs and generated modules that bring their own. */
export {
  createClientFor,
  type ClientFor,
  type Configurable,
  type RateLimitState,
} from "./client/create-client-for.js";
export type { TypedPathClient } from "./client/path-types.js";
export { hasStatus } from "./client/has-status.js";
export { waitUntil, type WaitOptions } from "./client/wait-until.js";
export type { BaseClientOptions, ServiceClientOptions } from "./client/client-options.js";
export type { ClientOverrides } from "./client/client-overrides.js";
export type { RetryOptions, RequestPolicy } from "./pipeline/settings.js";
export type {
  ClientEvent,
  PageEvent,
  PauseEvent,
  RateLimiterEvent,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
} from "./events/events.js";
export { logEvents, type LogLevel } from "./events/log-events.js";
export type { Logger, LogMethod, ObjectFirstLogger } from "./events/logger.js";
export {
  shareRateLimit,
  type RateLimitedClient,
  type RateLimitUpdate,
  type SharedRateLimit,
  type SharedRateLimiter,
} from "./pipeline/shared-rate-limiter.js";
export type { Fetch } from "./pipeline/call.js";
export { readEventStream, readJsonEventStream, type ServerSentEvent } from "./http/read-event-stream.js";
export { readJsonStream } from "./http/read-json-stream.js";
export type { RateLimit } from "./http/rate-limit-headers.js";
export type { Clock } from "./time/clock.js";
export type { ApiPromise, DataWithResponse } from "./pipeline/api-promise.js";
export type { CallOptions, HeaderOptions } from "./pipeline/call-options.js";
export { apiKey, type ApiKeyOptions } from "./auth/api-key.js";
export { noAuth } from "./auth/no-auth.js";
export { bearerToken, type TokenCallback } from "./auth/bearer-token.js";
export { stsToken, type StsTokenOptions } from "./auth/sts-token.js";
export type { SubjectTokenContext, SubjectTokenSource } from "./auth/subject-token.js";
export { githubActionsToken, type GithubActionsTokenOptions } from "./auth/github-actions-token.js";
export { tokenFile } from "./auth/token-file.js";
export type { Auth, AuthContext, Authenticator, AuthResponse } from "./auth/auth.js";
export { Paginated, type Page } from "./paging/paginated.js";
export * from "./errors/index.js";
export type {
  Api,
  BodyEncoder,
  BodyFormat,
  BodyFormats,
  BodyTypes,
  EncodedBody,
  FormField,
  FormFields,
  FormFormat,
  HeaderSerializer,
  Operation,
  OperationEntry,
  OperationTree,
  Paging,
  ParameterStyle,
  ParameterStyles,
  PathSerializer,
  QuerySerializer,
  ReadStream,
  StreamOptions,
  Styled,
} from "./operation.js";
export type { UnknownKind } from "./operation.js";
export type { Declared, Widened } from "./util/declared.js";
// What tables of operations refer to, if they need it.
export { encodeBody } from "./http/encode-body.js";
export { serializeForm } from "./http/serialize-form.js";
export { serializeMultipart } from "./http/serialize-multipart.js";
export { serializeStyledForm } from "./http/styled-form.js";
export { serializeStyledHeaders } from "./http/styled-headers.js";
export { serializeStyledPath } from "./http/styled-path.js";
export { serializeStyledQuery } from "./http/styled-query.js";
export type { FilePart } from "./util/file-part.js";
export type { WithRequired } from "./util/with-required.js";
export type { JsonContent, PathItem, PathOperation } from "./util/openapi-paths.js";
