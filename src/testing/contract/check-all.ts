import { checkExchange } from "./check/check-exchange.js";
import { collect, type LocatedFinding } from "./collect.js";
import type { Drift } from "./drift.js";
import type { OperationExchange } from "./exchange.js";
import { checkWalks, type DatedPage } from "./pages/check-walks.js";
import { pageOf } from "./pages/page.js";

/** Holds responses against their documents, each by itself and the pages of lists together. */
export function checkAll(exchanges: readonly OperationExchange[]): readonly Drift[] {
  const found = exchanges.flatMap((exchange) =>
    checkExchange(exchange).map((finding): LocatedFinding => ({ finding, exchange })),
  );
  return collect([...withoutSeen(found, exchanges), ...checkWalks(pagesOf(exchanges))]);
}

/** The pages of lists, each with the number of changes before it: a recording may have those, too. */
function pagesOf(exchanges: readonly OperationExchange[]): readonly DatedPage[] {
  let changes = 0;
  return exchanges.flatMap((exchange) => {
    if (isChange(exchange)) changes++;
    const page = pageOf(exchange);
    return page ? [{ ...page, changes }] : [];
  });
}

function isChange({ method, status }: OperationExchange): boolean {
  return method !== "GET" && method !== "HEAD" && status < 400;
}

/** An optional header is missing only if no response of the same operation and status has it. */
function withoutSeen(
  found: readonly LocatedFinding[],
  exchanges: readonly OperationExchange[],
): readonly LocatedFinding[] {
  const seen = new Set(
    exchanges.flatMap((exchange) => [...exchange.headers.keys()].map((name) => keyOf(exchange, name))),
  );
  return found.filter(
    ({ finding: { kind, subject = "" }, exchange }) =>
      kind !== "header-never-sent" || !seen.has(keyOf(exchange, subject.toLowerCase())),
  );
}

function keyOf({ operation, status }: OperationExchange, header: string): string {
  return `${operation.method} ${operation.path} ${status} ${header}`;
}
