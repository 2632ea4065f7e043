import type { Drift } from "./drift.js";
import type { OperationExchange } from "./exchange.js";
import type { Finding } from "./finding.js";
import { LEVELS } from "./kinds/kind-rule.js";
import { KINDS } from "./kinds/kinds.js";
import { formatPointer } from "../document/json-pointer.js";
import { redact } from "./redact.js";

/** A finding, and the response that it is about. */
export interface LocatedFinding {
  readonly finding: Finding;
  readonly exchange: OperationExchange;
}

/**
 * Makes drifts of findings: each kind once a place of the document, with the operations and the number of times that it was
 * seen. What several operations share is one drift, at the place that is said in fewest words.
 */
export function collect(found: readonly LocatedFinding[]): readonly Drift[] {
  const merged = new Map<string, Drift>();
  for (const drift of found.map(toDrift)) {
    const { kind, document, pointer, message } = drift;
    const key = JSON.stringify([kind, document, pointer, message]);
    const known = merged.get(key);
    merged.set(key, {
      ...(known && known.place.length <= drift.place.length ? known : drift),
      operations: [...new Set([...(known?.operations ?? []), ...drift.operations])],
      count: (known?.count ?? 0) + 1,
    });
  }
  return [...merged.values()].sort(byImportance);
}

function toDrift({ finding, exchange }: LocatedFinding): Drift {
  const { kind, place, pointer } = finding;
  const { operation, status } = exchange;
  const { level, advice } = KINDS[kind];
  return {
    level,
    kind,
    document: operation.document.file,
    pointer: formatPointer(pointer),
    operations: [`${operation.method} ${operation.path}`],
    place: [`response ${status}`, ...(place === "" ? [] : [place])].join(" > "),
    message: messageOf(finding),
    advice,
    count: 1,
  };
}

/** What a report says of a finding. */
export function messageOf({
  kind,
  subject = "",
  detail = "",
}: Pick<Finding, "kind" | "subject" | "detail">): string {
  const values: Readonly<Record<string, string>> = { subject, detail };
  return redact(KINDS[kind].message.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ""));
}

/** The gravest first; of those, what was seen in most operations. */
function byImportance(one: Drift, other: Drift): number {
  return (
    LEVELS.indexOf(other.level) - LEVELS.indexOf(one.level) ||
    other.operations.length - one.operations.length ||
    (one.pointer < other.pointer ? -1 : one.pointer > other.pointer ? 1 : 0)
  );
}
