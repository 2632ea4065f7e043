import { ContractError } from "../contract-error.js";
import type { Exchange } from "../exchange.js";
import { readEntry } from "./read-entry.js";

/**
 * The exchanges in an HTTP Archive, as browsers and proxies record them, but for those without a response, those that a
 * browser answered itself, and CORS preflights.
 *
 * @throws {ContractError} when the text is no HTTP Archive, or an entry has another form; it names the place
 */
export function readHar(text: string, name: string): readonly Exchange[] {
  const entries = entriesOf(text);
  if (!entries) throw new ContractError(`${name}: it is not an HTTP Archive (HAR)`);
  return entries.flatMap((entry, index) => {
    const exchange = readEntry(entry, `${name}: log.entries[${index}]`);
    return exchange ? [{ ...exchange, entry: index }] : [];
  });
}

function entriesOf(text: string): readonly unknown[] | undefined {
  try {
    const har = JSON.parse(text.replace(/^\ufeff/, "")) as { log?: { entries?: unknown } } | null;
    return Array.isArray(har?.log?.entries) ? (har.log.entries as readonly unknown[]) : undefined;
  } catch {
    return undefined;
  }
}
