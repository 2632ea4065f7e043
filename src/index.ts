export {
  createClient,
  createClientFor,
  type ClientState,
  type ConfluentClient,
  type ResourceClient,
} from "./client.js";
export type { PathClient, TypedPathClient } from "./path-types.js";
export { hasStatus } from "./has-status.js";
export { waitUntil, type WaitOptions } from "./wait-until.js";
export type { ClientOptions, FetchLayer, ResourceClientOptions } from "./client-options.js";
export type { RetryOptions, TimeAndRetryOptions } from "./settings.js";
export type {
  ClientEvent,
  PageEvent,
  PauseEvent,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
} from "./events.js";
export { logTo, type Logger, type LogLevel } from "./logging.js";
export type { Fetch } from "./http/layer.js";
export type { RateLimit } from "./http/rate-limit.js";
export type { Clock } from "./time/clock.js";
export type { CallOptions } from "./call-options.js";
export { apiKey, type ApiKeyOptions } from "./auth/api-key.js";
export { bearerToken, type TokenCallback } from "./auth/bearer-token.js";
export { stsToken, type StsTokenOptions } from "./auth/sts-token.js";
export type { SubjectTokenContext, SubjectTokenSource } from "./auth/subject-token.js";
export { githubActionsToken, type GithubActionsTokenOptions } from "./auth/github-actions-token.js";
export { tokenFile } from "./auth/token-file.js";
export type { Auth, Connection, Credentials, Sent } from "./auth/auth.js";
export { Paginated, type Page } from "./paging/paginated.js";
export * from "./errors/index.js";
export type { Api, Operation, OperationTree, Paging } from "./api.js";
export type { UnknownKind } from "./unknown-kind.js";
export { orgV2, pimV1, pimV2, stsV1 } from "./generated/index.js";
export type * from "./generated/index.js";
