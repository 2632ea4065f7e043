import { ConfigurationError } from "../errors/index.js";
import { checkArguments } from "../http/check-arguments.js";
import { checkHeaders } from "../http/check-headers.js";
import { checkSignal } from "../http/check-signal.js";
import { checkBaseUrl } from "../http/check-url.js";
import type { Operation } from "../operation.js";
import type { CallInit } from "../pipeline/execute.js";

/** How a caller may ask to read a body: the methods of a `Response` that openapi-fetch calls, and `stream`. */
const PARSE_AS: readonly unknown[] = ["json", "text", "blob", "arrayBuffer", "stream", undefined];

/**
 * Checks the arguments and the options of a call.
 *
 * @throws {ConfigurationError} naming the operation, and the argument or the option
 */
export function checkInit(of: Operation, init: CallInit): void {
  checkArguments(of, { ...init.params, body: init.body });
  const operation = of.id;
  checkHeaders(init.headers, `${operation}: headers`);
  checkHeaders(init.params?.header, `${operation}: params.header`);
  if (init.baseUrl !== undefined) checkBaseUrl(init.baseUrl, `${operation}: baseUrl`);
  checkSignal(init.signal, `${operation}: signal`);
  if (init.fetch !== undefined && typeof init.fetch !== "function") {
    throw new ConfigurationError(`${operation}: fetch must be a function, not ${typeof init.fetch}`);
  }
  if (!PARSE_AS.includes(init.parseAs)) {
    const known = PARSE_AS.slice(0, -1).join(", ");
    throw new ConfigurationError(`${operation}: parseAs must be one of ${known}, not ${init.parseAs}`);
  }
}
