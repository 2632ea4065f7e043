import { OperationMatcher, type Match } from "../../document/match-operation.js";
import type { DocumentOperation } from "../../document/operations.js";
import type { Drift } from "../drift.js";
import { messageOf } from "../collect.js";
import type { Exchange, OperationExchange } from "../exchange.js";
import type { Kind } from "../kinds/kinds.js";
import { KINDS } from "../kinds/kinds.js";
import { formatPointer } from "../pointer.js";
import { pathPrinter } from "../shown-path.js";

/** Recorded exchanges by what they were for. */
export interface MatchedExchanges {
  readonly exchanges: readonly OperationExchange[];
  /** What the service responded to, and no document has. */
  readonly drifts: readonly Drift[];
  /** How many were for other services, and are nothing to hold against these documents. */
  readonly foreign: number;
}

/**
 * Finds the operations that recorded requests were for. A recording of a browser has requests to other services too: what no
 * document has counts only on an origin where others are found.
 *
 * @param baseUrl where the service is, with a path that the documents do not have; on every origin, unless given
 */
export function matchExchanges(
  recorded: readonly Exchange[],
  operations: readonly DocumentOperation[],
  baseUrl?: string,
): MatchedExchanges {
  const matcher = new OperationMatcher(operations);
  const base = baseUrl?.replace(/(?<!\/)\/+$/, "");
  const matched = recorded.map((exchange) => ({ exchange, match: matchOf(exchange, matcher, base) }));
  const exchanges: OperationExchange[] = [];
  const origins = new Set<string>(base === undefined ? [] : [new URL(base).origin]);
  for (const { exchange, match } of matched) {
    if (!match || !("operation" in match)) continue;
    exchanges.push({ ...exchange, ...match });
    origins.add(new URL(exchange.url).origin);
  }
  const others = matched.filter(({ match }) => !match || !("operation" in match));
  const near = others.filter(
    ({ exchange, match }) => (match ?? isSuccess(exchange)) && isWithin(exchange, origins, base),
  );
  const show = pathPrinter(operations);
  return {
    exchanges,
    drifts: mergeDrifts(near.map(({ exchange, match }) => driftOf(exchange, match, show, matcher))),
    foreign: others.length - near.length,
  };
}

function matchOf({ method, url }: Exchange, matcher: OperationMatcher, base: string | undefined): Match {
  const { pathname, searchParams } = new URL(url);
  if (base !== undefined && url !== base && !url.startsWith(`${base}/`)) return undefined;
  const prefix = base === undefined ? "" : new URL(base).pathname.replace(/\/$/, "");
  return matcher.match({
    method,
    pathname: pathname.slice(prefix.length),
    query: Object.fromEntries(searchParams),
  });
}

/** A failure at a path that no document has is as it should be. */
function isSuccess({ status }: Exchange): boolean {
  return status < 400;
}

function isWithin({ url }: Exchange, origins: ReadonlySet<string>, base: string | undefined): boolean {
  return base === undefined ? origins.has(new URL(url).origin) : url.startsWith(`${base}/`);
}

function driftOf(
  { method, url, status }: Exchange,
  match: Match,
  show: (pathname: string) => string,
  matcher: OperationMatcher,
): Drift {
  const { pathname } = new URL(url);
  const [allowed = ""] = match && "allowed" in match ? match.allowed : [];
  const neighbour = matcher.match({ method: allowed, pathname, query: {} });
  const known = neighbour && "operation" in neighbour ? neighbour.operation : undefined;
  const kind: Kind = match ? "method-undocumented" : "path-undocumented";
  return {
    level: KINDS[kind].level,
    kind,
    document: known?.document.file ?? "",
    pointer: formatPointer(known ? ["paths", known.path] : ["paths"]),
    operations: [`${method} ${known?.path ?? show(pathname)}`],
    place: `response ${status}`,
    message: messageOf({ kind }),
    advice: KINDS[kind].advice,
    count: 1,
  };
}

function mergeDrifts(drifts: readonly Drift[]): readonly Drift[] {
  const merged = new Map<string, Drift>();
  for (const drift of drifts) {
    const key = `${drift.kind} ${drift.operations.join()}`;
    merged.set(key, { ...drift, count: (merged.get(key)?.count ?? 0) + 1 });
  }
  return [...merged.values()];
}
