import type { Middleware } from "openapi-fetch";

/** What Prism says is wrong with a request or a response. */
export interface ContractViolation {
  /** Where, such as `request.query.page_size` or `response.body.config.kind`. */
  readonly place: string;
  /** The rule that does not hold, such as `maximum`. */
  readonly rule: string;
  readonly message: string;
}

/** A request or a response that is not as the document says. */
export class ContractViolationError extends Error {
  override readonly name = "ContractViolationError";

  constructor(
    /** Such as `GET /pim/v1/integrations`. */
    readonly operation: string,
    readonly violations: readonly ContractViolation[],
  ) {
    const lines = violations.map(({ place, rule, message }) => `  ${place}: ${message} (${rule})`);
    super(`${operation} is not as the document says:\n${lines.join("\n")}`);
  }
}

/** A violation as Prism has it in the header `sl-violations`. */
interface PrismViolation {
  readonly location?: readonly (string | number)[];
  readonly code?: string;
  readonly message?: string;
}

/**
 * A middleware for the tests of your own code against {@link startMockServer}, or against Prism as a proxy of a real service:
 * a call fails if Prism finds that its request, or the response, is not as the document says. Without it, only the header
 * `sl-violations` says so.
 *
 * @throws {ContractViolationError} from the call, with each place
 * @example
 * const confluent = createClient({ baseUrl: server.url, auth });
 * confluent.use(failOnViolations());
 */
export function failOnViolations(): Middleware {
  return {
    onResponse({ request, response, schemaPath }) {
      const header = response.headers.get("sl-violations");
      if (header !== null)
        throw new ContractViolationError(`${request.method} ${schemaPath}`, violationsIn(header));
    },
  };
}

function violationsIn(header: string): readonly ContractViolation[] {
  return parse(header).map(({ location = [], code = "unknown", message = "is not valid" }) => ({
    place: location.join("."),
    rule: code,
    message,
  }));
}

/** The header of another proxy may be a plain text. */
function parse(header: string): readonly PrismViolation[] {
  try {
    const violations: unknown = JSON.parse(header);
    return Array.isArray(violations) ? (violations as readonly PrismViolation[]) : [{ message: header }];
  } catch {
    return [{ message: header }];
  }
}
