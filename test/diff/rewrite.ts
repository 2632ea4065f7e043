import { mapNodes, type Node } from "../../scripts/generator/document/nodes.js";
import { HTTP_METHODS } from "../../scripts/generator/document/openapi.js";
import { parseReference, type Pointer } from "../../scripts/generator/document/pointer.js";
import { isRecord, mapValues, omit } from "../../scripts/generator/document/records.js";
import type { Random } from "./random.js";

/** A document that means the same, written otherwise. */
export type Rewrite = (document: Node, random: Random) => Node;

/** Lists whose order means nothing. */
const UNORDERED = new Set([
  "required",
  "enum",
  "tags",
  "parameters",
  "allOf",
  "anyOf",
  "oneOf",
  "servers",
  "security",
]);

export const shuffle: Rewrite = (document, random) => reordered(document, random, "") as Node;

function reordered(value: unknown, random: Random, key: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => reordered(item, random, ""));
    return UNORDERED.has(key) ? random.shuffle(items) : items;
  }
  if (!isRecord(value)) return value;
  // An example is a value of the API: the order of its lists is its own.
  if (key === "example" || key === "examples" || key === "default") return value;
  return Object.fromEntries(
    random.shuffle(Object.entries(value)).map(([name, child]) => [name, reordered(child, random, name)]),
  );
}

/** Writes some of what is referred to where it is used. */
export const inline: Rewrite = (document, random) => {
  const inlined = (part: unknown, trail: readonly string[]): unknown =>
    mapNodes(part, (node, pointer, descend) => {
      const reference = node["$ref"];
      if (typeof reference !== "string") return descend(node);
      // What a discriminator leads to has a name, and so has what holds itself.
      if (isVariant(pointer) || trail.includes(reference) || trail.length > 3 || random.chance(0.4))
        return node;
      if (Object.keys(node).length > 1) return node;
      return inlined(valueAt(document, reference), [...trail, reference]);
    });
  return inlined(document, []) as Node;
};

/** Makes components of some schemas and parameters that stand in place. */
export const hoist: Rewrite = (document, random) => {
  const schemas: Record<string, unknown> = {};
  const parameters: Record<string, unknown> = {};
  const rewritten = mapNodes(document, (node, pointer, descend) => {
    const inner = descend(node);
    const [parent, key] = [pointer.at(-2), pointer.at(-1) ?? ""];
    if ("$ref" in node || pointer[0] !== "paths" || isVariant(pointer)) return inner;
    if ((key === "schema" || key === "items" || parent === "properties") && random.chance(0.5)) {
      // Whether a property is there in a direction is said where it stands, too.
      if (node["readOnly"] === true || node["writeOnly"] === true) return inner;
      const name = `Hoisted${Object.keys(schemas).length}`;
      schemas[name] = inner;
      return { $ref: `#/components/schemas/${name}` };
    }
    if (parent === "parameters" && "in" in node && random.chance(0.5)) {
      const name = `Hoisted${Object.keys(parameters).length}`;
      parameters[name] = inner;
      return { $ref: `#/components/parameters/${name}` };
    }
    return inner;
  });
  const components = isRecord(rewritten["components"]) ? rewritten["components"] : {};
  const known = (section: string): object => (isRecord(components[section]) ? components[section] : {});
  return {
    ...rewritten,
    components: {
      ...components,
      schemas: { ...known("schemas"), ...schemas },
      parameters: { ...known("parameters"), ...parameters },
    },
  };
};

/** Moves parameters to the paths where all operations have them, and security and servers into the operations. */
export const move: Rewrite = (document, random) => {
  const { security, servers } = document;
  const moves = {
    security: security !== undefined && random.chance(0.7),
    servers: servers !== undefined && random.chance(0.7),
  };
  const paths = mapValues(document["paths"] as Readonly<Record<string, Node>>, (item) => {
    const methods = HTTP_METHODS.filter((method) => isRecord(item[method]));
    const operations = methods.map((method): [string, Node] => {
      const operation = item[method] as Node;
      return [
        method,
        {
          ...(moves.security && { security }),
          ...(moves.servers && item["servers"] === undefined && { servers }),
          ...operation,
        },
      ];
    });
    const moved = { ...item, ...Object.fromEntries(operations) } as Node;
    const [only, ...others] = operations;
    if (!only || others.length > 0 || random.chance(0.3)) return moved;
    const [method, operation] = only;
    const own = listOf(operation["parameters"]);
    const inherited = listOf(item["parameters"]);
    if (inherited.length > 0) return moved;
    return { ...moved, [method]: omit(operation, "parameters"), parameters: own };
  });
  return {
    ...omit(document, ...(moves.security ? ["security"] : []), ...(moves.servers ? ["servers"] : [])),
    paths,
  };
};

/** Spells keywords otherwise, in the words of OpenAPI 3.1, and writes defaults out. */
export const respell: Rewrite = (document, random) => {
  const rewritten = mapNodes(document, (node, pointer, descend) => {
    // In OpenAPI 3.0 a limit beside a reference says nothing, and in 3.1 it would.
    const inner = descend(node);
    if ("$ref" in inner)
      return isReferenceToSchema(inner) && !isVariant(pointer) && random.chance(0.4)
        ? { allOf: [inner] }
        : inner;
    if ("in" in inner && "name" in inner)
      return random.chance(0.5) ? { required: false, deprecated: false, ...inner } : inner;
    if (!isSchema(inner, pointer)) return inner;
    return respelled(inner, random);
  });
  return { ...rewritten, openapi: "3.1.0", info: document["info"] ?? { title: "A piece", version: "1" } };
};

function respelled(schema: Node, random: Random): Node {
  const { type, nullable, enum: values, maximum, exclusiveMaximum, ...rest } = schema;
  const listed = Array.isArray(values) ? (values as unknown[]) : undefined;
  const isConstant = listed?.length === 1 && schema["default"] === undefined && random.chance(0.5);
  // `nullable` beside an `allOf` opens it, and a list of types does not.
  const isList = typeof type === "string" && (nullable === true ? !("allOf" in schema) : random.chance(0.3));
  return {
    ...(random.chance(0.3) && { deprecated: false }),
    ...(type === "string" && random.chance(0.3) && { minLength: 0 }),
    ...(type === "array" && random.chance(0.3) && { uniqueItems: false, minItems: 0 }),
    ...(type === "object" &&
      !("additionalProperties" in schema) &&
      random.chance(0.3) && { additionalProperties: true }),
    ...rest,
    ...(isList
      ? { type: nullable === true ? [type, "null"] : [type] }
      : { ...(type !== undefined && { type }), ...(nullable !== undefined && { nullable }) }),
    ...(listed && (isConstant ? { const: listed[0] } : { enum: listed })),
    ...(maximum !== undefined && (exclusiveMaximum === true ? { exclusiveMaximum: maximum } : { maximum })),
    ...(typeof exclusiveMaximum === "number" && { exclusiveMaximum }),
  };
}

function isSchema(node: Node, pointer: Pointer): boolean {
  const key = pointer.at(-1);
  const isNamed = pointer.at(-2) === "properties" || (pointer.at(-2) === "schemas" && pointer.length === 3);
  return typeof node["type"] === "string" && (isNamed || key === "schema" || key === "items");
}

/** Whether something is a variant of a union, or what a discriminator leads to. */
function isVariant(pointer: Pointer): boolean {
  return pointer.some((key) => key === "mapping") || ["oneOf", "anyOf"].includes(pointer.at(-2) ?? "");
}

function isReferenceToSchema(node: Node): boolean {
  return String(node["$ref"]).startsWith("#/components/schemas/");
}

function valueAt(document: Node, reference: string): unknown {
  return (parseReference(reference) ?? []).reduce<unknown>(
    (node, key) => (isRecord(node) ? node[key] : undefined),
    document,
  );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
