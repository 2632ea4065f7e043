import type { Schema } from "../../../scripts/generator/document/openapi.js";
import { conjuncts, targetOf, type SchemaDocument, type Subschema } from "./json.js";

export type Direction = "request" | "response";

/** Whether a property belongs to the other direction alone, as any of its occurrences says. */
export function isMarked(property: Subschema, direction: Direction, document: SchemaDocument): boolean {
  const mark = direction === "request" ? "readOnly" : "writeOnly";
  return [...conjuncts(property, document)].some((schema) => schema[mark] === true);
}

/** Which properties an object may have. */
export interface Shape {
  /** Whether it may have any other, in one of its variants at least. */
  readonly isOpen: boolean;
  /** Whether nothing is said of properties: it may be any object. */
  readonly isSilent: boolean;
  /** The described ones, of all variants. */
  readonly keys: ReadonlySet<string>;
  /** Those that are only required: described nowhere, they may be anything. */
  readonly undeclared: ReadonlySet<string>;
  /** What is said of the described ones. */
  readonly properties: ReadonlyMap<string, readonly Subschema[]>;
}

/** `silent`: nothing is said of properties. Alone, that is any object; beside others, it adds nothing. */
type Kind = "silent" | "closed" | "open";

/**
 * Which properties TypeScript lets a literal have. JSON Schema allows all that it does not forbid; a type lists them, since
 * a property that no document describes is a misspelt one.
 */
export function shapeOf(schema: Subschema, document: SchemaDocument, hidden: ReadonlySet<string>): Shape {
  const properties = new Map<string, Subschema[]>();
  const required = new Set<string>();

  const kindOf = (part: Subschema): Kind => {
    if (typeof part === "boolean") return "silent";
    for (const [name, property] of Object.entries(part.properties ?? {})) {
      if (!hidden.has(name)) properties.set(name, [...(properties.get(name) ?? []), property]);
    }
    for (const name of part.required ?? []) if (!hidden.has(name)) required.add(name);
    const target = targetOf(part, document);
    return all([
      ownKind(part),
      ...(target === undefined ? [] : [kindOf(target)]),
      ...(part.allOf ?? []).map(kindOf),
      ...[part.oneOf, part.anyOf].flatMap((union) => (union ? [one(union.map(kindOf))] : [])),
    ]);
  };

  const kind = kindOf(schema);
  const isDeclared = (name: string): boolean => properties.has(name);
  return {
    isOpen: kind !== "closed",
    isSilent: kind === "silent",
    keys: new Set([...properties.keys(), ...required]),
    undeclared: new Set([...required].filter((name) => !isDeclared(name))),
    properties,
  };
}

/** Whether a schema by itself says nothing of properties. */
export function isSilent(schema: Subschema, document: SchemaDocument): boolean {
  return shapeOf(schema, document, new Set()).isSilent;
}

function ownKind({
  type,
  properties = {},
  required,
  additionalProperties: more,
  patternProperties,
}: Schema): Kind {
  if (more === undefined || more === false) {
    if (patternProperties) return "open";
    const isListed = Object.keys(properties).length > 0 || required !== undefined || more === false;
    const types = [type ?? []].flat();
    return isListed || (types.length > 0 && !types.includes("object")) ? "closed" : "silent";
  }
  return "open";
}

/** Of what has to hold together. */
function all(kinds: readonly Kind[]): Kind {
  return kinds.includes("open") ? "open" : kinds.includes("closed") ? "closed" : "silent";
}

/** Of what one has to hold of. */
function one(kinds: readonly Kind[]): Kind {
  return kinds.includes("open") ? "open" : kinds.includes("silent") ? "silent" : "closed";
}
