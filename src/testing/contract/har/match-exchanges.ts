import { OperationMatcher, type Match } from "../../document/match-operation.js";
import type { DocumentOperation } from "../../document/operations.js";
import type { Drift } from "../drift.js";
import { messageOf } from "../collect.js";
import type { Exchange, OperationExchange } from "../exchange.js";
import type { Kind } from "../kinds/kinds.js";
import { KINDS } from "../kinds/kinds.js";
import { formatPointer } from "../../document/json-pointer.js";
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
  const base = baseUrl === undefined ? undefined : baseOf(baseUrl);
  const matched = recorded.map((exchange) => ({ exchange, match: matchOf(exchange, matcher, base) }));
  const exchanges: OperationExchange[] = [];
  const origins = new Set<string>(base ? [base.origin] : []);
  for (const { exchange, match } of matched) {
    if (!match || !("operation" in match)) continue;
    exchanges.push({ ...exchange, ...match });
    origins.add(new URL(exchange.url).origin);
  }
  const others = matched.filter(({ match }) => !match || !("operation" in match));
  const near = others.filter(
    ({ exchange, match }) => isUnexpected(exchange, match) && isWithin(exchange, origins, base),
  );
  const show = pathPrinter(operations);
  return {
    exchanges,
    drifts: mergeDrifts(
      near.map(({ exchange, match }) =>
        driftOf(exchange, pathBelow(exchange.url, base) ?? "", match, show, matcher),
      ),
    ),
    foreign: others.filter((one) => !one.match && !near.includes(one)).length,
  };
}

/** Where a service is. Addresses are compared as URLs: the same host may be written in capitals, or with its port. */
interface Base {
  readonly origin: string;
  /** Without a slash at its end. */
  readonly path: string;
}

function baseOf(baseUrl: string): Base {
  const { origin, pathname } = new URL(baseUrl);
  return { origin, path: pathname.replace(/(?<!\/)\/+$/, "") };
}

/** The path of a URL below a base; undefined when it is elsewhere. */
function pathBelow(url: string, base: Base | undefined): string | undefined {
  const { origin, pathname } = new URL(url);
  if (!base) return pathname;
  const isBelow = origin === base.origin && `${pathname}/`.startsWith(`${base.path}/`);
  return isBelow ? pathname.slice(base.path.length) : undefined;
}

function matchOf({ method, url }: Exchange, matcher: OperationMatcher, base: Base | undefined): Match {
  const pathname = pathBelow(url, base);
  if (pathname === undefined) return undefined;
  return matcher.match({ method, pathname, query: Object.fromEntries(new URL(url).searchParams) });
}

/** A request that no document has is expected to fail; but where there is GET, there is HEAD (RFC 9110, section 9.1). */
function isUnexpected({ method, status }: Exchange, match: Match): boolean {
  const isKnown = method === "HEAD" && match && "allowed" in match && match.allowed.includes("GET");
  return status < 400 && !isKnown;
}

function isWithin({ url }: Exchange, origins: ReadonlySet<string>, base: Base | undefined): boolean {
  return origins.has(new URL(url).origin) && pathBelow(url, base) !== undefined;
}

function driftOf(
  { method, status, entry }: Exchange,
  pathname: string,
  match: Match,
  show: (pathname: string) => string,
  matcher: OperationMatcher,
): Drift {
  const [allowed = ""] = match && "allowed" in match ? match.allowed : [];
  const neighbour = matcher.match({ method: allowed, pathname, query: {} });
  const known = neighbour && "operation" in neighbour ? neighbour.operation : undefined;
  const kind: Kind = match ? "method-undocumented" : "path-undocumented";
  return {
    level: KINDS[kind].level,
    kind,
    document: known?.document.file ?? "",
    pointer: formatPointer(known ? ["paths", known.path] : ["paths"]),
    operations: [`${METHODS.has(method) ? method : "{…}"} ${known?.path ?? show(pathname)}`],
    place: `response ${status}${entry === undefined ? "" : ` of log.entries[${entry}]`}`,
    message: messageOf({ kind }),
    advice: KINDS[kind].advice,
    count: 1,
  };
}

/** Those that are registered and in use; another may be anything. */
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE", "QUERY"]);

function mergeDrifts(drifts: readonly Drift[]): readonly Drift[] {
  const merged = new Map<string, Drift>();
  for (const drift of drifts) {
    const key = `${drift.kind} ${drift.operations.join()}`;
    const known = merged.get(key);
    merged.set(key, { ...(known ?? drift), count: (known?.count ?? 0) + 1 });
  }
  return [...merged.values()];
}
