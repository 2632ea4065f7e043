import { mapNodes, type Node, type Visit } from "../generator/document/nodes.js";
import { parseReference, type Pointer } from "../generator/document/pointer.js";
import { componentName, schemaReference } from "../generator/document/references.js";
import { inlineReferences } from "../generator/read/inline-references.js";
import { isRecord, mapValues } from "../generator/document/records.js";
import type { Source } from "../generator/read/source.js";
import { mergeAllOf } from "./merge-all-of.js";

/** The same schema is one thing to whoever sends it and another to whoever reads it. */
export type Direction = "sent" | "answered";

/**
 * A document as callers see it: each schema once as it is sent, without what is read-only, and once as it is answered,
 * without what is write-only; `allOf` is resolved. Compared so, a flip of `readOnly` is a property that comes or goes,
 * and a limit counts wherever it is written. A fragment, of `paths` alone, becomes a whole document.
 */
export function project(source: Source): Node {
  if (!isRecord(source.data)) throw source.error([], "the document must be a mapping");
  const { paths } = source.data;
  if (!isRecord(paths)) throw source.error(["paths"], "`paths` must be a mapping");
  const document = inlineReferences(source) as Node;
  const components = recordAt(document, "components");
  const projection = new Projection(recordAt(components, "schemas"));
  const projected = {
    openapi: "3.0.3",
    info: { title: "A fragment", version: "1.0.0" },
    ...document,
    paths: projection.apply(document["paths"], ["paths"]),
  };
  const responses = projection.apply(recordAt(components, "responses"), ["components", "responses"]);
  return {
    ...projected,
    components: {
      securitySchemes: recordAt(components, "securitySchemes"),
      responses,
      schemas: projection.schemas(),
    },
  };
}

/** Which way goes what stands at a place. */
export function directionOf([root, second, , fourth]: Pointer): Direction {
  return (root === "paths" ? fourth : second) === "responses" ? "answered" : "sent";
}

class Projection {
  readonly #named: Node;
  /** The schemas that are referred to, by their new names; more come in while these are made. */
  readonly #used = new Map<string, { readonly name: string; readonly direction: Direction }>();

  constructor(named: Node) {
    this.#named = named;
  }

  apply(part: unknown, pointer: Pointer): unknown {
    return mapNodes(
      part,
      (node, place, descend) => this.#visit(directionOf(place), new Set())(node, place, descend),
      pointer,
    );
  }

  schemas(): Node {
    const schemas: Record<string, unknown> = {};
    for (const [key, { name, direction }] of this.#used) {
      schemas[key] = mapNodes(this.#named[name], this.#visit(direction, new Set([name])));
    }
    return schemas;
  }

  /** @param trail the schemas that are being copied, since one may be part of itself */
  #visit(direction: Direction, trail: ReadonlySet<string>): Visit {
    return (node, pointer, descend) => {
      const reference = node["$ref"];
      if (typeof reference === "string") return this.#refer(reference, direction);
      if (!Array.isArray(node["allOf"]))
        return descend(this.#prune(withoutMapping(withoutDefaultStyle(node)), direction));
      const expanded = new Set(trail);
      const members = (node["allOf"] as Node[]).flatMap((member) => this.#membersOf(member, expanded));
      const merged = this.#prune(withoutMapping(mergeAllOf(node, members)), direction);
      return mapNodes(merged, exceptFirst(this.#visit(direction, expanded)), pointer);
    };
  }

  /** What a member of `allOf` brings with it: itself, and what it refers to in turn. */
  #membersOf(member: Node, trail: Set<string>): readonly Node[] {
    const name = schemaName(member["$ref"]);
    const target = name !== undefined && !trail.has(name) ? this.#named[name] : member;
    if (name !== undefined) trail.add(name);
    if (!isRecord(target) || !Array.isArray(target["allOf"])) return isRecord(target) ? [target] : [];
    const { allOf, ...own } = target;
    return [own, ...(allOf as Node[]).flatMap((inner) => this.#membersOf(inner, trail))];
  }

  #refer(reference: string, direction: Direction): Node {
    const name = schemaName(reference);
    if (name === undefined) return { $ref: reference };
    const key = `${name}.${direction}`;
    this.#used.set(key, { name, direction });
    return { $ref: schemaReference(key) };
  }

  #prune(schema: Node, direction: Direction): Node {
    const { properties, required } = schema;
    if (!isRecord(properties)) return schema;
    const hidden = direction === "sent" ? "readOnly" : "writeOnly";
    const isHidden = (name: unknown): boolean => {
      const property = properties[String(name)];
      return isRecord(property) && this.#says(property, hidden);
    };
    const kept = Object.fromEntries(Object.entries(properties).filter(([name]) => !isHidden(name)));
    const names = Array.isArray(required) ? required.filter((name) => !isHidden(name)) : [];
    return {
      ...schema,
      properties: kept,
      ...(names.length > 0 ? { required: names } : { required: undefined }),
    };
  }

  #says(schema: Node, marker: string): boolean {
    return this.#membersOf({ allOf: [schema] }, new Set()).some((member) => member[marker] === true);
  }
}

/** Visits all mappings but the outermost, which has been seen to. */
function exceptFirst(visit: Visit): Visit {
  let isFirst = true;
  return (node, pointer, descend) => {
    if (!isFirst) return visit(node, pointer, descend);
    isFirst = false;
    return descend(node);
  };
}

/** Published documents write whole schemas where a discriminator names them. They are among the union's members too. */
function withoutMapping(schema: Node): Node {
  const { discriminator } = schema;
  if (!isRecord(discriminator) || !isRecord(discriminator["mapping"])) return schema;
  return { ...schema, discriminator: { propertyName: discriminator["propertyName"] } };
}

/** How a parameter is spelled need not be said when it is as usual. */
function withoutDefaultStyle(parameter: Node): Node {
  const { in: place, style, explode } = parameter;
  const usual = place === "query" || place === "cookie" ? "form" : "simple";
  const isForm = (style ?? usual) === "form";
  return {
    ...parameter,
    ...(style === usual && { style: undefined }),
    ...(explode === isForm && { explode: undefined }),
  };
}

function schemaName(reference: unknown): string | undefined {
  if (typeof reference !== "string") return undefined;
  const pointer = parseReference(reference);
  return pointer?.[1] === "schemas" ? componentName(reference) : undefined;
}

function recordAt(node: Node, key: string): Node {
  const value = node[key];
  return isRecord(value) ? mapValues(value, (child) => child) : {};
}
