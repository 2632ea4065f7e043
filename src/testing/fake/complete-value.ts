import { describing, isOpen, otherSchemas, ownSchemas } from "../document/describing.js";
import { exampleOfSchema } from "../document/example-value.js";
import { flatten, isLeftOut, memberSchema, typeOf } from "../document/flat-schema.js";
import type { Direction, Schema } from "../document/schema.js";
import { variantFor } from "./variant-for.js";

export type Json = Readonly<Record<string, unknown>>;

export interface CompleteOptions {
  /**
   * Which members are added: those that a response has to have; those and what the service sets; or all.
   *
   * @default "required"
   */
  readonly add?: "required" | "service" | "all";
  /** Texts of examples, and what stands in their place, such as `env-00000` and the id of the actual environment. */
  readonly replace?: ReadonlyMap<string, string>;
  /** The time, for what was created and updated. */
  readonly now?: string;
  /**
   * Whether secrets that the service made are shown, as they are on creation alone.
   *
   * @default true
   */
  readonly secrets?: boolean;
  /** The example of a response that shows the value. What it has for flags and states is made up for them. */
  readonly example?: unknown;
}

const RESPONSE: Direction = "response";

/**
 * A value of a response, from what is given of it: members that the schema does not have are left out, and those that are
 * missing come from the document's examples.
 */
export function completeValue(raw: Schema, given: unknown, options: CompleteOptions = {}): unknown {
  return completed(raw, given, { ...options, around: [] });
}

/** What is done for one value. */
interface Task extends CompleteOptions {
  /** The schemas that are made up around the one at hand, which are not put into themselves again. */
  readonly around: readonly Schema[];
}

function completed(raw: Schema, given: unknown, options: Task): unknown {
  const schema = variantFor(flatten(raw), given);
  if (given === undefined) return madeUp(raw, options);
  if (given === null) return null;
  switch (typeOf(schema)) {
    case "object":
      return isObject(given) ? completeObject(schema, given, options, raw) : madeUp(raw, options);
    case "array":
      return Array.isArray(given)
        ? given.map((item, index) =>
            completed(schema.prefixItems?.[index] ?? schema.items ?? {}, item, {
              ...options,
              example: undefined,
            }),
          )
        : madeUp(raw, options);
    case "integer":
    case "number":
      if (typeof given !== "string") return given;
      return given !== "" && Number.isFinite(Number(given)) ? Number(given) : madeUp(raw, options);
    default:
      return given;
  }
}

/** @param raw the schema before it was flattened, which flattening takes conditions from */
function completeObject(schema: Schema, given: Json, options: Task, raw: Schema = schema): Json {
  const { properties = {}, required = [] } = schema;
  const own = { ...options, replace: replacements(schema, given, options.replace) };
  const members: (readonly [string, unknown])[] = [];
  for (const [name, property] of Object.entries(properties)) {
    if (isLeftOut(property, RESPONSE)) continue;
    if (options.secrets === false && isSecret(property) && !required.includes(name)) continue;
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    const inner = { ...own, example: memberOf(options.example, name) };
    if (value !== undefined) members.push([name, completed(property, value, inner)]);
    else if (isAdded(name, property, required, options.add)) {
      const made = generated(name, property, inner);
      if (made !== undefined) members.push([name, made]);
    }
  }
  const rest = Object.entries(given).filter(
    ([name, value]) => !Object.hasOwn(properties, name) && value !== undefined,
  );
  const others = rest.length > 0 ? describing(given, raw) : [];
  for (const [name, value] of rest) {
    const [property] = [...ownSchemas(others, name), ...otherSchemas(others, name)];
    if (property && !isLeftOut(property, RESPONSE)) members.push([name, completed(property, value, own)]);
    else if (!property && (others.some(isOpen) || !schema.properties)) members.push([name, value]);
  }
  for (const name of required) {
    if (Object.hasOwn(properties, name) || Object.hasOwn(given, name)) continue;
    const made = generated(name, memberSchema(schema, name), own);
    if (made !== undefined) members.push([name, made]);
  }
  return Object.fromEntries(members);
}

function isAdded(
  name: string,
  property: Schema,
  required: readonly string[],
  add: CompleteOptions["add"] = "required",
): boolean {
  if (required.includes(name)) return true;
  if (add === "required") return false;
  const { readOnly, default: usual, format } = flatten(property);
  // What did not happen yet, such as a deletion, has no time.
  if (format === "date-time" && !/^(created|updated|modified)/.test(name)) return false;
  return add === "all" || readOnly === true || usual !== undefined || holdsReadOnly(property);
}

function isSecret(property: Schema): boolean {
  const { readOnly, "x-redact": redact } = flatten(property);
  return redact === true && readOnly === true;
}

/** Whether an object has members that the service sets, such as the `metadata` whose members alone are read-only. */
function holdsReadOnly(property: Schema): boolean {
  const { properties = {}, readOnly } = flatten(property);
  const members = Object.values(properties);
  return (
    readOnly !== false && members.length > 0 && members.every((member) => flatten(member).readOnly === true)
  );
}

function generated(name: string, property: Schema, options: Task): unknown {
  const { format, default: usual, readOnly } = flatten(property);
  if (format === "date-time" && options.now !== undefined && /^(created|updated|modified)/.test(name))
    return options.now;
  if (usual !== undefined && readOnly !== true) return usual;
  return madeUp(property, options);
}

/** An example of the document, with the ids of what it is for; none of an object that would hold itself for ever. */
function madeUp(schema: Schema, options: Task): unknown {
  if (options.around.includes(schema)) return undefined;
  const { properties } = flatten(schema);
  if (isShown(flatten(schema), options.example)) return options.example;
  // By member, as some of them, such as times, are no examples.
  if (properties && flatten(schema).example === undefined)
    return completeObject(flatten(schema), {}, { ...options, around: [...options.around, schema] });
  return replaceTexts(exampleOfSchema(schema, RESPONSE), options.replace);
}

function memberOf(example: unknown, name: string): unknown {
  return isObject(example) && Object.hasOwn(example, name) ? example[name] : undefined;
}

/**
 * Whether the example of a response says what a flag or a state is, and its own schema does not. Without it, a flag would be true,
 * and a state the first in the list. Texts and numbers of an example are those of another resource.
 */
function isShown(schema: Schema, example: unknown): boolean {
  if (schema.example !== undefined) return false;
  if (typeOf(schema) === "boolean") return typeof example === "boolean";
  const { enum: values = [], "x-extensible-enum": open = [] } = schema;
  return typeof example === "string" && [...values, ...open].includes(example);
}

export function replaceTexts(value: unknown, replace: ReadonlyMap<string, string> | undefined): unknown {
  if (!replace || replace.size === 0) return value;
  if (typeof value === "string") {
    let text = value;
    for (const [from, to] of replace) text = text.replaceAll(from, to);
    return text;
  }
  if (Array.isArray(value)) return value.map((item) => replaceTexts(item, replace));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, replaceTexts(member, replace)]),
  );
}

/** The ids of an object and of those that it refers to, by their examples; its own before those around it. */
function replacements(
  schema: Schema,
  given: Json,
  around: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const found = new Map(around);
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const value = given[name];
    const isOwn = name === "id";
    const id = isOwn ? value : isObject(value) ? value["id"] : undefined;
    const { example } = flatten((isOwn ? property : flatten(property).properties?.["id"]) ?? {});
    if (typeof example !== "string" || example.length <= 3 || typeof id !== "string") continue;
    // Many documents have one schema for all references, whose example is the id of an environment.
    if (isOwn || isOfKind(name, id, example)) found.set(example, id);
  }
  return found;
}

/** Whether a reference is to what the example of its id is: `env-1a2b3c` and `env-00000`, or any id of an `environment`. */
function isOfKind(name: string, id: string, example: string): boolean {
  const [kind = ""] = example.split("-");
  return name.startsWith(kind) || id.startsWith(`${kind}-`);
}

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
