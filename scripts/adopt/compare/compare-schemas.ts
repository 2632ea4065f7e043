import { LISTED_SCHEMAS, NAMED_SCHEMAS, SCHEMA_FACTS, SCHEMA_SETS } from "../facts.js";
import { formatPointer } from "../../generator/document/pointer.js";
import { isRecord } from "../../generator/document/records.js";
import { listAt, nodeAt } from "../node.js";
import { compareDiscriminators } from "./compare-discriminators.js";
import { prefixed, type Difference, type Edit } from "./difference.js";
import type { Comparison } from "./comparison.js";
import { compareSchemaFact } from "./compare-schema-fact.js";
import { homeOf, setAtHome, type Views } from "./home-of.js";
import { viewOf, type Direction, type Place, type SchemaView, type Side } from "./place.js";
import { alignedVariants, children, isHidden, parts, variants } from "./schema-parts.js";

/** Compares what two schemas say, however they are put together. */
export function compareSchemas(
  comparison: Comparison,
  published: readonly Place[],
  ours: readonly Place[],
  direction: Direction,
): readonly Difference[] {
  const views = [viewOf(comparison.published, published), viewOf(comparison.ours, ours)] as const;
  const key = [
    direction,
    ...views.map((view) => view.map(({ pointer }) => formatPointer(pointer)).join(" ")),
  ].join("\n");
  return comparison.once(key, views, () =>
    new SchemaComparison(comparison, ...views, ours, direction).compare(),
  );
}

class SchemaComparison {
  readonly #comparison: Comparison;
  readonly #published: SchemaView;
  readonly #ours: SchemaView;
  readonly #direction: Direction;
  readonly #views: Views;

  constructor(
    comparison: Comparison,
    published: SchemaView,
    ours: SchemaView,
    uses: readonly Place[],
    direction: Direction,
  ) {
    this.#comparison = comparison;
    this.#published = published;
    this.#ours = ours;
    this.#views = { published, ours, uses };
    this.#direction = direction;
  }

  compare(): readonly Difference[] {
    return [
      ...SCHEMA_FACTS.flatMap((key) => compareSchemaFact(this.#views, key)),
      ...SCHEMA_SETS.flatMap((key) => this.#set(key)),
      ...NAMED_SCHEMAS.flatMap((key) => this.#named(key)),
      ...this.#single("items"),
      ...this.#single("not"),
      ...this.#additional(),
      ...LISTED_SCHEMAS.flatMap((key) => this.#listed(key)),
      ...compareDiscriminators(this.#published, this.#ours, (source, key) =>
        setAtHome(this.#views, source, key, source.node[key], "names"),
      ),
    ];
  }

  #set(key: (typeof SCHEMA_SETS)[number]): readonly Difference[] {
    const itemsOf = (side: Side, view: SchemaView): ReadonlyMap<string, unknown> => {
      const items = view.flatMap(({ node }) => listAt(node, key));
      const kept =
        key === "required" ? items.filter((name) => !this.#isAbsent(side, view, String(name))) : items;
      return new Map(kept.map((item) => [String(item), item]));
    };
    const theirs = itemsOf(this.#comparison.published, this.#published);
    const own = itemsOf(this.#comparison.ours, this.#ours);
    const came = [...theirs]
      .filter(([name]) => !own.has(name))
      .map(([name, value]): Difference => {
        const source = this.#published.findLast(({ node }) => listAt(node, key).includes(value));
        const holder =
          key === "required" ? undefined : this.#ours.find(({ node }) => node[key] !== undefined);
        const { target, beside } = holder
          ? { target: holder.pointer, beside: false }
          : homeOf(this.#views, source, key);
        const edit: Edit = { action: "addItem", target, key, value, kinds: ["value", undefined], beside };
        return { path: [key, name], sort: "came", edit };
      });
    const went = [...own]
      .filter(([name]) => !theirs.has(name))
      .flatMap(([name, value]) =>
        this.#ours
          .filter(({ node }) => listAt(node, key).includes(value))
          .map(({ pointer }): Difference => {
            const edit: Edit = {
              action: "removeItem",
              target: pointer,
              key,
              value,
              kinds: ["value", undefined],
            };
            return { path: [key, name], sort: "went", edit };
          }),
      );
    return [...came, ...went];
  }

  #named(key: (typeof NAMED_SCHEMAS)[number]): readonly Difference[] {
    const [theirs, own] = [parts(this.#published, key), parts(this.#ours, key)];
    const { published, ours } = this.#comparison;
    return [...new Set([...theirs.keys(), ...own.keys()])].flatMap((name): readonly Difference[] => {
      const [their, our] = [theirs.get(name) ?? [], own.get(name) ?? []];
      const path = [key, name];
      // What is not sent, or not returned, is no part of this use.
      const hidden = [
        their.length > 0 && isHidden(published, their, this.#direction),
        our.length > 0 && isHidden(ours, our, this.#direction),
      ];
      if (hidden[0] && (our.length === 0 || hidden[1])) return [];
      if (hidden[1] && their.length === 0) return [];
      if (our.length === 0) {
        const source = this.#published.find(({ node }) => nodeAt(node, key)[name] !== undefined);
        const { target, beside } = homeOf(this.#views, source, key);
        const value = nodeAt(source?.node, key)[name];
        const edit: Edit = {
          action: "set",
          target: [...target, key],
          key: name,
          value,
          kinds: ["names", "value"],
          beside,
        };
        return [{ path, sort: "came", edit }];
      }
      if (their.length === 0) {
        return our.map(({ pointer }) => ({
          path,
          sort: "went",
          edit: { action: "delete", target: pointer.slice(0, -1), key: name },
        }));
      }
      return prefixed(compareSchemas(this.#comparison, their, our, this.#direction), ...path);
    });
  }

  #single(key: "items" | "not" | "additionalProperties"): readonly Difference[] {
    const [their, our] = [children(this.#published, key), children(this.#ours, key)];
    if (their.length === 0 && our.length === 0) return [];
    if (our.length === 0) {
      const source = this.#published.find(({ node }) => isRecord(node[key]));
      return [
        { path: [key], sort: "came", edit: setAtHome(this.#views, source, key, source?.node[key], "value") },
      ];
    }
    if (their.length === 0) {
      return our.map(({ pointer }) => ({
        path: [key],
        sort: "went",
        edit: { action: "delete", target: pointer.slice(0, -1), key },
      }));
    }
    return prefixed(compareSchemas(this.#comparison, their, our, this.#direction), key);
  }

  #additional(): readonly Difference[] {
    const key = "additionalProperties";
    const flag = (view: SchemaView): unknown =>
      view.map(({ node }) => node[key]).find((value) => typeof value === "boolean");
    const [theirs, own] = [flag(this.#published), flag(this.#ours)];
    const schemas = [children(this.#published, key), children(this.#ours, key)];
    if (theirs === own || schemas.some((found) => found.length > 0)) return this.#single(key);
    if (theirs === undefined) {
      const holder = this.#ours.find(({ node }) => node[key] !== undefined);
      return holder
        ? [{ path: [key], sort: "went", ours: own, edit: { action: "delete", target: holder.pointer, key } }]
        : [];
    }
    const source = this.#published.find(({ node }) => node[key] !== undefined);
    return [
      {
        path: [key],
        sort: own === undefined ? "came" : "changed",
        published: theirs,
        ours: own,
        edit: setAtHome(this.#views, source, key, theirs),
      },
    ];
  }

  #listed(key: (typeof LISTED_SCHEMAS)[number]): readonly Difference[] {
    const theirs = variants(this.#published, key);
    const own = alignedVariants(theirs, this.#ours, key);
    return [...new Set([...theirs.keys(), ...own.keys()])].flatMap((name): readonly Difference[] => {
      const [their, our] = [theirs.get(name), own.get(name)];
      const path = [key, name];
      if (their && our)
        return prefixed(compareSchemas(this.#comparison, [their], [our], this.#direction), ...path);
      const kinds = ["value", "value"] as const;
      if (their) {
        const holder = this.#ours.find(({ node }) => node[key] !== undefined);
        const { target } = holder
          ? { target: holder.pointer }
          : homeOf(
              this.#views,
              this.#published.find(({ node }) => key in node),
              key,
            );
        return [{ path, sort: "came", edit: { action: "addItem", target, key, value: their.node, kinds } }];
      }
      if (!our) return [];
      return [
        {
          path,
          sort: "went",
          edit: { action: "removeItem", target: our.pointer.slice(0, -2), key, value: our.node, kinds },
        },
      ];
    });
  }

  #isAbsent(side: Side, view: SchemaView, name: string): boolean {
    const found = parts(view, "properties").get(name) ?? [];
    return found.length > 0 && isHidden(side, found, this.#direction);
  }
}
