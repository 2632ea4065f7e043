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
    const lines = violations.map(
      ({ place, rule, message }) => `  ${place === "" ? "" : `${place}: `}${message} (${rule})`,
    );
    super(`${operation} is not as the document says:\n${lines.join("\n")}`);
  }
}

/** A violation as Prism has it in the header `sl-violations`. */
interface PrismViolation {
  readonly location?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
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
  return parse(header).map((violation) => {
    const { location, code, message }: PrismViolation =
      typeof violation === "object" && violation !== null ? violation : { message: violation };
    const keys = Array.isArray(location) ? (location as readonly unknown[]).filter(isKey) : [];
    return {
      place: keys.join("."),
      rule: isKey(code) ? String(code) : "unknown",
      message: isKey(message) ? String(message) : "is not valid",
    };
  });
}

/** What may stand in a message; a proxy that is not Prism may send anything. */
function isKey(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

/** The header of another proxy may be a plain text. */
function parse(header: string): readonly unknown[] {
  try {
    const violations: unknown = JSON.parse(header);
    return Array.isArray(violations) ? (violations as readonly unknown[]) : [header];
  } catch {
    return [header];
  }
}
