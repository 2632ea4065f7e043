import { flatten } from "../document/flat-schema.js";
import type { DocumentOperation } from "../document/operations.js";
import type { Schema } from "../document/schema.js";
import type { Json } from "./complete-value.js";
import type { FakeContext } from "./context.js";
import { schemaAt } from "./keys.js";
import { invalid } from "./refusal.js";

/** One page of a list. */
export interface ListPage<T> {
  readonly items: readonly T[];
  /** How many there are in all. */
  readonly total: number;
  readonly size: number;
  /** The token of the next page; undefined for the last. */
  readonly next?: string;
  /** The token of the page before; empty for the first page, undefined where there is none. */
  readonly previous?: string;
  /** The token of the last page; empty when that is the first, undefined where pages have no tokens. */
  readonly last?: string;
}

/** What a page holds when neither the request nor the document says it. */
const USUAL_SIZE = 10;

/** Takes the page that a request asks for: by `page_token` and `page_size`, or by `offset` and `limit`. */
export function pageOf<T>({ operation, parameters, url }: FakeContext, all: readonly T[]): ListPage<T> {
  const { page_size: size, page_token: asked, offset, limit } = parameters.query;
  if (takes(operation, "page_token") || takes(operation, "page_size")) {
    const start = typeof asked === "string" && asked !== "" ? startOf(asked, url.pathname) : 0;
    const length = Number(size ?? usual(operation, "page_size") ?? USUAL_SIZE);
    const end = start + length;
    const items = all.slice(start, end);
    const token = (position: number): string => (position > 0 ? tokenFor(position, url.pathname) : "");
    return {
      items,
      total: all.length,
      size: length,
      last: token(lastStart(all.length, length)),
      ...(end < all.length && { next: token(end) }),
      ...(start > 0 && { previous: token(start - length) }),
    };
  }
  const start = Number(offset ?? 0);
  const length = Number(limit ?? usual(operation, "limit") ?? -1);
  // By Schema Registry's rule, a limit below zero is none.
  const items = all.slice(start, length < 0 ? undefined : start + length);
  return { items, total: all.length, size: items.length };
}

function lastStart(total: number, size: number): number {
  return Math.max(0, Math.ceil(total / size) - 1) * size;
}

/** Opaque to the caller. It is for one list alone. */
function tokenFor(start: number, pathname: string): string {
  return btoa(`${start} ${hash(pathname)}`)
    .replace(/(?<!=)=+$/, "")
    .replaceAll("/", "_")
    .replaceAll("+", "-");
}

function startOf(token: string, pathname: string): number {
  const text = decode(token.replaceAll("_", "/").replaceAll("-", "+"));
  const [, start, list] = /^(\d+) (\d+)$/.exec(text) ?? [];
  if (start !== undefined && Number(list) === hash(pathname)) return Number(start);
  const message = "is no token of this list";
  throw invalid([{ place: "query.page_token", pointer: "", keyword: "page_token", message }]);
}

function decode(token: string): string {
  try {
    return atob(token);
  } catch {
    return "";
  }
}

function hash(text: string): number {
  let value = 0;
  for (let index = 0; index < text.length; index++) value = (value * 31 + text.charCodeAt(index)) >>> 0;
  return value;
}

function takes({ parameters }: DocumentOperation, name: string): boolean {
  return parameters.some((one) => one.in === "query" && one.name === name);
}

function usual({ parameters }: DocumentOperation, name: string): unknown {
  return flatten(parameters.find((one) => one.name === name)?.schema ?? {}).default;
}

/** What a list says of its pages, in the members that the document has for it. */
export function pageMembers(schema: Schema, page: ListPage<unknown>, url: URL): Json {
  const { total, size, next, previous, last } = page;
  const metadata = schemaAt(schema, ["metadata"]);
  const pagination = schemaAt(schema, ["meta", "pagination"]);
  return {
    metadata: {
      ...chosen(metadata, {
        first: linkTo(url),
        self: linkTo(url),
        total_size: total,
        ...noLinks(metadata),
        ...(next !== undefined && { next: linkTo(url, next) }),
        ...(previous !== undefined && { prev: linkTo(url, previous) }),
        ...(last !== undefined && { last: linkTo(url, last) }),
      }),
    },
    ...chosen(schema, { total_size: total, ...(next !== undefined && { next_page_token: next }) }),
    ...(flatten(pagination).properties && {
      meta: {
        pagination: chosen(pagination, {
          page_size: size,
          total_size: total,
          ...(next !== undefined && { next_page_token: next }),
        }),
      },
    }),
  };
}

function chosen(schema: Schema, members: Json): Json {
  const { properties = {} } = flatten(schema);
  return Object.fromEntries(Object.entries(members).filter(([name]) => name in properties));
}

/** Some lists always have the members for other pages. */
function noLinks(metadata: Schema): Json {
  const { required = [], properties = {} } = flatten(metadata);
  const links = ["next", "prev", "last"].filter((name) => required.includes(name));
  return Object.fromEntries(
    links.map((name) => [name, flatten(properties[name] ?? {}).nullable === true ? null : ""]),
  );
}

function linkTo(url: URL, token?: string): string {
  const link = new URL(url);
  link.searchParams.delete("page_token");
  if (token !== undefined && token !== "") link.searchParams.set("page_token", token);
  return link.href;
}
