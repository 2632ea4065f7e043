import { checkAll } from "./check-all.js";
import { matchExchanges } from "./har/match-exchanges.js";
import { readHar } from "./har/read-har.js";
import { LEVELS } from "./kinds/kind-rule.js";
import type { NamedText } from "../document/document-source.js";
import { readOperations } from "../document/read-operations.js";
import { checkedOperations, type ContractReport } from "./report.js";

/**
 * Holds the responses in an HTTP Archive (HAR) against the documents.
 *
 * @param baseUrl where the service is, with a path that the documents do not have; on every origin, unless given
 * @throws {SetupError} when a document cannot be used
 * @throws {ContractError} when the recording is no HTTP Archive
 */
export function checkRecording(
  documents: readonly NamedText[],
  har: NamedText,
  baseUrl?: string,
): ContractReport {
  const operations = readOperations(documents);
  const { exchanges: recorded, unread } = readHar(har.text, har.name);
  const { exchanges, drifts, foreign } = matchExchanges(recorded, operations, baseUrl);
  const all = [...checkAll(exchanges), ...drifts];
  return {
    drifts: all.sort((one, other) => LEVELS.indexOf(other.level) - LEVELS.indexOf(one.level)),
    operations: checkedOperations(exchanges),
    skipped: [],
    foreign,
    unread,
  };
}
