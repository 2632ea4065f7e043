import { problemOf } from "../check/violations.js";
import type { Finding } from "../finding.js";
import { pointerOf } from "../pointer.js";
import type { Page } from "./page.js";

/** Holds a page by itself against what was asked for, and looks at where it leads. */
export function checkPage(page: Page): readonly Finding[] {
  const { exchange, items, size, link, next, start, total } = page;
  const { operation } = exchange;
  const pointer = pointerOf(operation);
  const found = (
    kind: Finding["kind"],
    place: string,
    subject?: number,
    detail?: number | string,
  ): Finding => ({
    kind,
    place,
    pointer,
    ...(subject !== undefined && { subject: String(subject) }),
    ...(detail !== undefined && { detail: String(detail) }),
  });
  const problem = next === undefined ? undefined : tokenProblem(page, next);
  return [
    ...(size !== undefined && size > 0 && items.length > size
      ? [found("page-too-long", page.place, items.length, size)]
      : []),
    ...(total !== undefined && total < items.length
      ? [found("page-total", "body.metadata.total_size", total, items.length)]
      : []),
    ...(link !== undefined && next === undefined ? [found("page-link-without-token", LINK)] : []),
    ...(link !== undefined && isForeign(link, page) ? [found("page-link-foreign", LINK)] : []),
    ...(next !== undefined && next === start ? [found("page-loops", LINK)] : []),
    ...(problem === undefined ? [] : [found("page-token-invalid", LINK, undefined, problem)]),
  ];
}

export const LINK = "body.metadata.next";

/** Whether a link leads to a host that is neither the one that was asked nor one of the document's. */
function isForeign(link: string, { exchange: { url, operation } }: Page): boolean {
  const servers = operation.servers.map((server) => server.url);
  const own = [url, ...servers]
    .filter((address) => URL.canParse(address))
    .map((address) => new URL(address).host);
  return URL.canParse(link, url) && !own.includes(new URL(link, url).host);
}

/** What the parameter for the token has against a token. */
function tokenProblem({ exchange: { operation } }: Page, token: string): string | undefined {
  const parameter = operation.parameters.find(
    ({ in: place, name }) => place === "query" && name === "page_token",
  );
  return parameter && problemOf(operation.document, parameter.schema, token);
}
