import { ConfluentError } from "./confluent-error.js";

/** The program is at fault (an option, a credential, an argument); nothing was sent. */
export class ConfigurationError extends ConfluentError {
  override get name(): string {
    return "ConfigurationError";
  }
}

/** No answer came: the host could not be reached, or the connection broke; `cause` is what `fetch` rejected with. */
export class ConnectionError extends ConfluentError {
  override get name(): string {
    return "ConnectionError";
  }
}

/** No complete answer came in time: within `timeoutMs` for one attempt, or `totalTimeoutMs` for the whole call. */
export class TimeoutError extends ConfluentError {
  override get name(): string {
    return "TimeoutError";
  }
}

/** A success whose body is not what the document says: not JSON, empty, or without the array that a list must have. */
export class ResponseFormatError extends ConfluentError {
  override get name(): string {
    return "ResponseFormatError";
  }
}

/** The service's links between pages lead nowhere or in a circle; `pageToken` is the page that had the bad link. */
export class PaginationError extends ConfluentError {
  override get name(): string {
    return "PaginationError";
  }
}
