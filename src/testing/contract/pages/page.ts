import type { DocumentOperation } from "../../document/operations.js";
import type { OperationExchange } from "../exchange.js";
import { jsonOf } from "../json-body.js";

/** A page of a list, as it came. */
export interface Page {
  readonly exchange: OperationExchange;
  /** What is the same for all pages of a walk: the address without the position and the size of the page. */
  readonly list: string;
  readonly items: readonly unknown[];
  /** Where the items are: `body.data`, or `body` itself. */
  readonly place: string;
  /** The token or the offset that the page was asked for with; empty for the first page. */
  readonly start: string;
  /** The number of items that were asked for, if one was named. */
  readonly size: number | undefined;
  /** The link to the next page, where the list has links. */
  readonly link: string | undefined;
  /** The token of the next page; undefined when this is the last one, or its link has none. */
  readonly next: string | undefined;
  readonly total: number | undefined;
}

type Json = Readonly<Record<string, unknown>>;

/** The names of the query parameters for the position and the size of a page. */
const START = ["page_token", "offset"];
const SIZE = ["page_size", "limit"];

/** Whether an operation is a list that comes in pages: it takes a position. */
export function isPaged({ method, parameters }: DocumentOperation): boolean {
  return (
    method === "GET" && parameters.some(({ in: place, name }) => place === "query" && START.includes(name))
  );
}

/** The page that a successful response is; undefined for what is none. */
export function pageOf(exchange: OperationExchange): Page | undefined {
  if (!isPaged(exchange.operation) || exchange.status !== 200) return undefined;
  const body = jsonOf(exchange);
  const items = itemsOf(body);
  if (!items) return undefined;
  const url = new URL(exchange.url);
  const { metadata, meta } = recordOf(body);
  const { next: link, total_size: total } = recordOf(metadata);
  const { next_page_token: token } = recordOf(recordOf(meta)["pagination"]);
  const size = Number(SIZE.map((name) => url.searchParams.get(name)).find((value) => value !== null) ?? NaN);
  const start = START.map((name) => url.searchParams.get(name)).find((value) => value !== null) ?? "";
  for (const name of [...START, ...SIZE]) url.searchParams.delete(name);
  url.searchParams.sort();
  return {
    exchange,
    list: url.href,
    items,
    place: Array.isArray(body) ? "body" : "body.data",
    start,
    size: Number.isInteger(size) ? size : undefined,
    link: typeof link === "string" && link !== "" ? link : undefined,
    next: textOf(token) ?? tokenIn(link),
    total: typeof total === "number" ? total : undefined,
  };
}

/** The items of a list: of `data`, or the body itself. */
export function itemsOf(body: unknown): readonly unknown[] | undefined {
  const data = Array.isArray(body) ? (body as readonly unknown[]) : recordOf(body)["data"];
  return Array.isArray(data) ? (data as readonly unknown[]) : data === null ? [] : undefined;
}

/** The token in a link, which may be relative. */
function tokenIn(link: unknown): string | undefined {
  const text = textOf(link);
  if (text === undefined || !URL.canParse(text, "https://localhost")) return undefined;
  return textOf(new URL(text, "https://localhost").searchParams.get("page_token"));
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function recordOf(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
}
