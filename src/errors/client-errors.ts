import { ConfluentError } from "./confluent-error.js";

/** An option, a credential or an argument is wrong. Nothing was sent. */
export class ConfigurationError extends ConfluentError {
  override get name(): string {
    return "ConfigurationError";
  }
}

/** There is no response: the host could not be reached, or the connection broke. `cause` is what `fetch` rejected with. */
export class ConnectionError extends ConfluentError {
  override get name(): string {
    return "ConnectionError";
  }
}

/** There is no complete response in time: within `timeoutMs` for one attempt, or `totalTimeoutMs` for the whole call. */
export class TimeoutError extends ConfluentError {
  override get name(): string {
    return "TimeoutError";
  }
}

/**
 * A 2xx response that violates the document: its body has another media type than those declared, is not what its type says, is
 * missing, or is other JSON than the declared, such as a list in place of an object.
 */
export class ResponseFormatError extends ConfluentError {
  override get name(): string {
    return "ResponseFormatError";
  }
}

/** The link to the next page is unusable, or leads back to a page that was read. `pageToken` is the page that has the link. */
export class PaginationError extends ConfluentError {
  override get name(): string {
    return "PaginationError";
  }
}
