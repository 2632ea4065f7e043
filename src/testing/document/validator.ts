import { loadPeer } from "../load-peer.js";
import { formatPointer, unescapeKey } from "./json-pointer.js";
import { isMultipleOf } from "./multiple-of.js";
import { compilePattern } from "./pattern.js";
import type { OpenApiDocument } from "./read-document.js";
import type { Direction, Schema } from "./schema.js";
import { toJsonSchema, type JsonSchema } from "./to-json-schema.js";

/** What is wrong with a value. */
export interface Violation {
  /** Such as `query.page_size` or `body.config.kind`. */
  readonly place: string;
  /** The JSON pointer of the place in the value; empty for the value itself. */
  readonly pointer: string;
  /** The keyword that does not hold, such as `maxLength`. */
  readonly keyword: string;
  /** Follows the name of the place in a sentence: `must be at most 100`. It has nothing of the value. */
  readonly message: string;
}

/** What a value is held against. */
export interface Check {
  readonly schema: Schema;
  /** The document that has the schema. */
  readonly document: OpenApiDocument;
  readonly direction: Direction;
  /** Where the value is, such as `body`. */
  readonly place: string;
}

/** The parts of Ajv that are used here. */
interface Ajv {
  readonly compile: (schema: JsonSchema) => Validate;
  readonly addSchema: (schema: JsonSchema, key: string) => void;
  readonly removeKeyword: (keyword: string) => void;
  readonly addKeyword: (definition: object) => void;
}

interface Validate {
  (value: unknown): boolean;
  readonly errors?: readonly AjvError[] | null;
}

interface AjvError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly parentSchema?: JsonSchema;
}

/** Compiled schemas, by the objects of their documents, which do not change. */
const compiled = { request: new WeakMap<Schema, Validate>(), response: new WeakMap<Schema, Validate>() };

/**
 * Holds a value against a schema of a document. Schemas are compiled when they are first needed.
 *
 * @throws {Error} when ajv or ajv-formats is not installed
 */
export function violationsOf(value: unknown, check: Check): readonly Violation[] {
  const { schema, direction } = check;
  const known = compiled[direction].get(schema);
  const validate = known ?? compilerFor(check.document, direction)(schema);
  if (!known) compiled[direction].set(schema, validate);
  if (validate(value)) return [];
  const violations = new Map<string, Violation>();
  for (const error of (validate.errors ?? []).filter(isTelling)) {
    const violation = violationOf(error, check.place);
    const id = `${violation.keyword} ${violation.place}`;
    // Of several for one place, the first.
    if (!violations.has(id)) violations.set(id, violation);
  }
  return [...violations.values()];
}

type Compile = (schema: Schema) => Validate;

const compilers = new WeakMap<OpenApiDocument, Partial<Record<Direction, Compile>>>();

function compilerFor(document: OpenApiDocument, direction: Direction): Compile {
  const known = compilers.get(document) ?? {};
  compilers.set(document, known);
  return (known[direction] ??= createCompiler(document, direction));
}

/** An Ajv for a document, which gets a schema of it when another one that refers to it is converted. */
function createCompiler(document: OpenApiDocument, direction: Direction): Compile {
  const ajv = createAjv();
  const ids = new Map<Schema, string>();
  const pending: Schema[] = [];
  const idOf = (schema: Schema): string => {
    let id = ids.get(schema);
    if (id === undefined) {
      ids.set(schema, (id = `schema:${ids.size}`));
      pending.push(schema);
    }
    return id;
  };
  const convert = (schema: Schema): JsonSchema => toJsonSchema(schema, { document, direction, idOf });
  return (schema) => {
    const root = idOf(schema);
    for (let next = pending.pop(); next !== undefined; next = pending.pop())
      ajv.addSchema(convert(next), idOf(next));
    return ajv.compile({ $ref: root });
  };
}

function createAjv(): Ajv {
  const { default: Ajv2020 } = loadPeer("ajv", "dist/2020.js") as { default: new (options: object) => Ajv };
  const { default: addFormats } = loadPeer("ajv-formats") as { default: (ajv: Ajv) => void };
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    validateSchema: false,
    addUsedSchema: false,
    logger: false,
    verbose: true,
    // A member named `constructor` is one of the value, not of its class.
    ownProperties: true,
    code: { regExp: Object.assign(patternFor, { code: "patternFor" }) },
  });
  addFormats(ajv);
  // Ajv's own divides in binary, where 19.99 is no multiple of 0.01.
  ajv.removeKeyword("multipleOf");
  ajv.addKeyword({
    keyword: "multipleOf",
    type: "number",
    schemaType: "number",
    validate: (factor: number, value: number) => isMultipleOf(value, factor),
  });
  return ajv;
}

/** Ajv's own has the flag `u` for all patterns. */
function patternFor(source: string): RegExp {
  return compilePattern(source) ?? new RegExp(source);
}

/** What only says that something within does not fit is left out. */
function isTelling({ keyword }: AjvError): boolean {
  return keyword !== "if" && keyword !== "anyOf";
}

function violationOf(error: AjvError, start: string): Violation {
  const { keyword, params, instancePath } = error;
  const missing = keyword === "required" ? formatPointer([String(params["missingProperty"])]) : "";
  const pointer = instancePath + missing;
  return { place: placeOf(start, pointer), pointer, keyword, message: messageOf(error) };
}

function messageOf({ keyword, params, parentSchema = {}, message = "is not valid" }: AjvError): string {
  if (keyword === "required") return "is required";
  if (keyword === "multipleOf") return `must be multiple of ${String(parentSchema["multipleOf"])}`;
  if (keyword === "enum")
    return `must be one of ${(params["allowedValues"] as readonly unknown[]).map((one) => JSON.stringify(one)).join(", ")}`;
  return message.replace("must NOT have", "must not have");
}

/** A pointer as it is read: `/config/kind` in `body` is `body.config.kind`. */
export function placeOf(start: string, pointer: string): string {
  const keys = pointer.split("/").slice(1);
  return [start, ...keys.map(unescapeKey)].join(".");
}
