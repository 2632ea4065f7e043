import type { DocumentedOperation, Parameter, Schema } from "./document.js";
import { flatten, isReadOnly, unionVariants } from "../../src/testing/document/flat-schema.js";
import { ownLimits, type Limit } from "./own-limits.js";
import { validValue } from "../../src/testing/document/valid-values.js";
import { removeAt, setAt, type Change } from "./wire-request.js";

/** Every limit of an operation's request. */
export function limitsOf({ parameters, body }: DocumentedOperation): readonly Limit[] {
  // One media type is sent; where there are several, they have the same schema.
  const [content] = Object.values(body?.content ?? {});
  return [
    ...parameters.flatMap(limitsOfParameter),
    ...(body?.required ? [requiring(["body"])] : []),
    ...(content?.schema ? limitsOfSchema(content.schema, { keys: ["body"], before: [], around: [] }) : []),
  ];
}

/** A schema's place in a request. */
interface Place {
  readonly keys: readonly string[];
  /** Changes to make first, so that there is a value around the place. */
  readonly before: readonly Change[];
  /** The schemas around it. */
  readonly around: readonly Schema[];
}

function limitsOfParameter({ name, in: place, required, schema }: Parameter): readonly Limit[] {
  // Without its path parameters, a request is one for another path.
  const presence = required && place !== "path" ? [requiring([place, name])] : [];
  return [...presence, ...limitsOfSchema(schema, { keys: [place, name], before: [], around: [] })];
}

function limitsOfSchema(raw: Schema, { keys, before, around }: Place): readonly Limit[] {
  const parts = [raw, ...(raw.allOf ?? [])];
  // A schema that holds itself has the same limits at every depth.
  if (parts.some((part) => around.includes(part))) return [];
  const schema = flatten(raw);
  if (schema.oneOf) {
    return unionVariants(schema).flatMap((variant) =>
      limitsOfSchema(variant, {
        keys,
        before: [...before, setAt(keys, validValue(variant))],
        around: [...around, ...parts],
      }),
    );
  }
  const { properties = {}, required = [], items, additionalProperties } = schema;
  const sent = Object.entries(properties).filter(([, property]) => !isReadOnly(property));
  const container = [...before, setAt(keys, validValue(schema), "if absent")];
  const inside = (key: string, child: Schema): readonly Limit[] =>
    limitsOfSchema(child, { keys: [...keys, key], before: container, around: [...around, ...parts] });
  return [
    ...ownLimits(schema, keys).map((limit) => after(before, limit)),
    ...sent
      .filter(([name]) => required.includes(name))
      .map(([name]) => after(container, requiring([...keys, name]))),
    ...sent.flatMap(([name, property]) => inside(name, property)),
    ...(items ? inside("0", items) : []),
    ...(typeof additionalProperties === "object" ? inside("key", additionalProperties) : []),
  ];
}

function requiring(keys: readonly string[]): Limit {
  return { place: keys.join("."), rule: "required", beyond: removeAt(keys) };
}

function after(changes: readonly Change[], { beyond, within, ...limit }: Limit): Limit {
  const all =
    (last: Change): Change =>
    (request) =>
      [...changes, last].forEach((change) => change(request));
  return { ...limit, beyond: all(beyond), ...(within && { within: all(within) }) };
}
