import type { OperationExchange } from "../exchange.js";
import { jsonOf } from "../json-body.js";
import { itemsOf, recordOf } from "../pages/page.js";
import { singular } from "./singular.js";

/** The items of a collection, and the query that they were listed with. */
export interface Collection {
  readonly items: readonly unknown[];
  readonly query: Readonly<Record<string, string>>;
}

/** So many values of a name are kept: they are tried in turn. */
const MAX_VALUES = 3;
/** How deep names are looked for in a body. */
const MAX_DEPTH = 5;

/** What is known of a service so far: values for the parameters of further requests. */
export class KnownValues {
  readonly #collections = new Map<string, Collection>();
  readonly #named = new Map<string, string[]>();

  /** @param given the values that the user has given; nothing else is used for these names */
  constructor(readonly given: Readonly<Record<string, string>>) {}

  /** Learns from a response. */
  add(exchange: OperationExchange): void {
    if (exchange.status !== 200) return;
    const body = jsonOf(exchange);
    const items = itemsOf(body);
    const path = segmentsOf(exchange).join("/");
    // One query may find nothing where another one does.
    if (items && !this.#collections.get(path)?.items.length) {
      const query = Object.fromEntries(new URL(exchange.url).searchParams);
      this.#collections.set(path, { items, query });
      const name = singular(segmentsOf(exchange).at(-1) ?? "");
      for (const item of items) this.#learn(name, idIn(item));
    }
    this.#learnFrom(items ?? body, 0);
  }

  /** The collection at a path that is filled in, if it was listed. */
  collection(path: string): Collection | undefined {
    return this.#collections.get(path);
  }

  /** The values of a parameter, by its name: those of a member, or the ids of things, with the name. */
  named(name: string): readonly string[] {
    const given = this.given[name];
    if (given !== undefined) return [given];
    const [last = name] = name.split(".").slice(-1);
    return [last, last.replace(/_(id|name)$/, "")]
      .flatMap((one) => this.#named.get(one) ?? [])
      .slice(0, MAX_VALUES);
  }

  #learnFrom(value: unknown, depth: number): void {
    if (depth > MAX_DEPTH) return;
    if (Array.isArray(value)) for (const item of value) this.#learnFrom(item, depth + 1);
    for (const [name, member] of Object.entries(recordOf(value))) {
      this.#learn(name, typeof member === "object" ? recordOf(member)["id"] : member);
      this.#learnFrom(member, depth + 1);
    }
  }

  #learn(name: string, value: unknown): void {
    if ((typeof value !== "string" && typeof value !== "number") || value === "") return;
    const known = this.#named.get(name) ?? [];
    if (known.length < MAX_VALUES && !known.includes(String(value)))
      this.#named.set(name, [...known, String(value)]);
  }
}

/** The path of a request, as its operation has it, filled in. */
function segmentsOf({ operation, parameters }: OperationExchange): readonly string[] {
  return operation.segments.map((segment) =>
    segment.replace(/\{([^{}]+)\}/g, (_, name: string) => parameters[name] ?? ""),
  );
}

/** What addresses an item of a list: its member with the name of the parameter, which may be in its `spec` or `metadata`. */
export function idIn(item: unknown, name = "id"): unknown {
  if (typeof item !== "object") return item;
  const members = recordOf(item);
  const holders = [members, recordOf(members["spec"]), recordOf(members["metadata"])];
  return (
    holders.map((holder) => holder[name]).find((id) => id !== undefined) ?? members["id"] ?? members["name"]
  );
}
