/**
 * Names that a type made of a document must not have: it would hide another of that name, in the generated files or
 * wherever it is imported. The last groups are what generated files declare or import, and the errors of the client.
 */
const RESERVED = new Set(
  [
    "Array BigInt Boolean Date Error Function Iterator Map Number Object Promise Proxy RangeError RegExp Set String Symbol",
    "SyntaxError TypeError WeakMap WeakRef WeakSet Intl JSON Math Reflect Atomics",
    "Awaited Capitalize ConstructorParameters Exclude Extract InstanceType Lowercase NoInfer NonNullable Omit Parameters",
    "Partial Pick Readonly ReadonlyArray Record Required ReturnType ThisType Uncapitalize Uppercase",
    "AbortController AbortSignal Blob Buffer Event File FormData Headers Request Response URL URLSearchParams",
    "Api ApiPromise CallOptions FilePart HeaderOptions JsonContent Operation OperationTree Page Paginated Paging PathItem PathOperation Resources",
    "AsyncIterable ServerSentEvent UnknownKind WithRequired",
    "ApiError AuthenticationError BadRequestError ConfigurationError ConflictError ConfluentError ConnectionError",
    "NotFoundError PaginationError PermissionDeniedError QuotaExceededError RateLimitError ResponseFormatError",
    "ServerError TimeoutError UnprocessableEntityError",
  ].flatMap((group) => group.split(" ")),
);

/** `Error` becomes `ErrorObject`. */
export function unreservedName(name: string): string {
  return RESERVED.has(name) ? `${name}Object` : name;
}
