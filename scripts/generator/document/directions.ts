import { withInherited } from "./inherited.js";
import type { Schema } from "./openapi.js";
import { omit } from "./records.js";
import { componentName, referencesIn } from "./references.js";
import { childrenOf } from "./schemas.js";

/** Whether a schema describes what the service returns, or what is sent to it. */
export type Direction = "response" | "request";

type Schemas = Readonly<Record<string, Schema>>;

/** A schema without the properties that one direction lacks: a request has no read-only ones, a response no write-only ones. */
export function visibleIn(direction: Direction, schema: Schema, schemas: Schemas): Schema {
  const hidden = hiddenNames(direction, schema, schemas);
  return hidden.size === 0 ? schema : without(schema, hidden);

  function without(from: Schema, names: ReadonlySet<string>): Schema {
    const { properties, required = [], allOf, oneOf, anyOf } = from;
    const visible = Object.entries(properties ?? {}).filter(([name]) => !names.has(name));
    const isEmptied = properties !== undefined && visible.length === 0 && Object.keys(properties).length > 0;
    return requiring(
      {
        ...from,
        ...(properties && { properties: Object.fromEntries(visible) }),
        ...(allOf && { allOf: allOf.map((member) => withoutInherited(member, names)) }),
        ...(oneOf && { oneOf: oneOf.map((variant) => withoutInherited(variant, names)) }),
        ...(anyOf && { anyOf: anyOf.map((variant) => withoutInherited(variant, names)) }),
        ...(isEmptied && { [EMPTIED]: true }),
      },
      required.filter((name) => !names.has(name)),
    );
  }

  /** A component stays one if it hides the names itself, or has none of them; else what it says takes its place. */
  function withoutInherited(member: Schema, names: ReadonlySet<string>): Schema {
    const { $ref } = member;
    if ($ref === undefined) return without(member, names);
    const target = schemas[componentName($ref)];
    if (!target) return member;
    const own = hiddenNames(direction, target, schemas);
    const mentioned = withInherited(target, { components: { schemas } }).flatMap(
      ({ properties = {}, required = [] }) => [...Object.keys(properties), ...required],
    );
    const isHiding = mentioned.every((name) => own.has(name) || !names.has(name));
    return isHiding ? member : withoutInherited({ ...target, ...omit(member, "$ref") }, names);
  }
}

/** Marks a schema all of whose properties are of the other direction: nothing is left that may be in it. */
export const EMPTIED = "x-emptied";

/** A schema that requires exactly these properties. */
export function requiring(schema: Schema, names: readonly string[]): Schema {
  return { ...omit(schema, "required"), ...(names.length > 0 && { required: names }) };
}

/** The names of the properties that one direction lacks, including those inherited through `allOf`. */
export function hiddenNames(direction: Direction, schema: Schema, schemas: Schemas): ReadonlySet<string> {
  const { properties, $ref, allOf } = schema;
  if ((properties ?? $ref ?? allOf) === undefined) return NONE;
  const mark = direction === "request" ? "readOnly" : "writeOnly";
  const ancestorsOf = (heir: Schema): readonly Schema[] => withInherited(heir, { components: { schemas } });
  const isMarked = (property: Schema): boolean => ancestorsOf(property).some((ancestor) => ancestor[mark]);
  const described = ancestorsOf(schema).flatMap((ancestor) => Object.entries(ancestor.properties ?? {}));
  return new Set(described.filter(([, property]) => isMarked(property)).map(([name]) => name));
}

const NONE: ReadonlySet<string> = new Set();

/** The component schemas that differ between the directions, themselves or through a schema that they refer to. */
export function schemasThatDiffer(schemas: Schemas): ReadonlySet<string> {
  const hasHidden = (schema: Schema): boolean =>
    hiddenNames("response", schema, schemas).size > 0 ||
    hiddenNames("request", schema, schemas).size > 0 ||
    childrenOf(schema).some(hasHidden);
  const differing = new Set(Object.keys(schemas).filter((name) => hasHidden(schemas[name] ?? {})));
  const references = Object.entries(schemas).map(
    ([name, schema]) => [name, [...referencesIn(schema)].map(componentName)] as const,
  );
  for (let size = -1; size !== differing.size;) {
    size = differing.size;
    for (const [name, targets] of references)
      if (targets.some((target) => differing.has(target))) differing.add(name);
  }
  return differing;
}

/** The component schemas that can be reached from some schemas in one direction. */
export function reachableIn(
  direction: Direction,
  roots: readonly Schema[],
  schemas: Schemas,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const follow = (schema: Schema): void => {
    const name = schema.$ref === undefined ? undefined : componentName(schema.$ref);
    const target = name === undefined ? undefined : schemas[name];
    if (name !== undefined && target && !reached.has(name)) {
      reached.add(name);
      follow(target);
    }
    childrenOf(visibleIn(direction, schema, schemas)).forEach(follow);
  };
  roots.forEach(follow);
  return reached;
}
