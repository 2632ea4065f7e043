import { ContractError } from "../contract-error.js";
import type { Exchange } from "../exchange.js";
import type { UnreadEntry } from "../report.js";
import { EntryError, readEntry } from "./read-entry.js";

/** What is in a recording. */
export interface Recording {
  readonly exchanges: readonly Exchange[];
  readonly unread: readonly UnreadEntry[];
}

/**
 * The exchanges in an HTTP Archive, as browsers and proxies record them, but for those without a response, those that a
 * browser answered itself, and CORS preflights.
 *
 * @throws {ContractError} when the text is no HTTP Archive
 */
export function readHar(text: string, name: string): Recording {
  const entries = entriesOf(text);
  if (!entries) throw new ContractError(`${name}: it is not an HTTP Archive (HAR)`);
  const exchanges: Exchange[] = [];
  const unread: UnreadEntry[] = [];
  for (const [index, entry] of entries.entries()) {
    try {
      const exchange = readEntry(entry, `/log/entries/${index}`);
      if (exchange) exchanges.push({ ...exchange, entry: index });
    } catch (error) {
      if (!(error instanceof EntryError)) throw error;
      unread.push({ pointer: error.pointer, problem: error.message });
    }
  }
  return { exchanges, unread };
}

function entriesOf(text: string): readonly unknown[] | undefined {
  try {
    const har = JSON.parse(text.replace(/^\ufeff/, "")) as { log?: { entries?: unknown } } | null;
    return Array.isArray(har?.log?.entries) ? (har.log.entries as readonly unknown[]) : undefined;
  } catch {
    return undefined;
  }
}
