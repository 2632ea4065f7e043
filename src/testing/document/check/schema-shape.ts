import { compilePattern } from "../pattern.js";
import { isReference } from "../references.js";
import { limitsShape } from "./limits-shape.js";
import {
  anything,
  flag,
  follow,
  keywords,
  list,
  map,
  note,
  number,
  size,
  text,
  that,
  word,
  type Shape,
} from "./shapes.js";

const TYPES = ["string", "number", "integer", "boolean", "object", "array", "null"];

const typeName = word(TYPES);

/** OpenAPI 3.1 has lists of types. YAML reads a bare `null` as nothing at all. */
const type: Shape = (value, place, look) => {
  if (value === null)
    return note(look, place, 'must be a type, and is empty: the type null is written "null"');
  (Array.isArray(value) ? list(typeName, { least: 1 }) : typeName)(value, place, look);
};

/** JSON Schema's first drafts had it as a flag of the member, and many still write it so. */
const required: Shape = (value, place, look) => {
  const names =
    typeof value === "boolean" ? "a list of names, in the object that has the members" : "a list of names";
  list(text, { what: names })(value, place, look);
};

/** A pattern of JavaScript, as OpenAPI has it. */
const pattern: Shape = (value, place, look) => {
  const problem = typeof value === "string" ? patternProblem(value) : "it is not a string";
  if (problem !== undefined) note(look, place, `must be a regular expression of JavaScript: ${problem}`);
};

function patternProblem(source: string): string | undefined {
  if (compilePattern(source)) return undefined;
  try {
    // Used, as the bundler may drop what is not: it does not know that this one throws.
    return new RegExp(source, "u").source;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^.*: /s, "") : String(error);
  }
}

/** A schema of OpenAPI 3, of JSON Schema as far as values are held against it. */
export const schema: Shape = (value, place, look) => {
  if (typeof value === "boolean") return;
  if (isReference(value)) {
    // OpenAPI 3.1 has keywords beside a reference.
    const { $ref, ...beside } = value;
    follow($ref, schema, look);
    ofKeywords(beside, place, look);
  } else ofKeywords(value, place, look);
};

const ofKeywords = keywords(() => KEYWORDS, { what: "a schema", together: limitsShape });

const others: Shape = (value, place, look) => {
  const isSchema = typeof value === "object" && value !== null;
  (isSchema ? schema : that((one) => typeof one === "boolean", "true, false or a schema"))(
    value,
    place,
    look,
  );
};

const schemas = map(schema);
const variants = list(schema, { what: "a list of schemas", least: 1 });
const limit = that(
  (value) => Number.isFinite(value) || typeof value === "boolean",
  "a number, or true or false",
);

const discriminator = keywords(() => ({ propertyName: text, mapping: map(text) }), {
  required: ["propertyName"],
});

const KEYWORDS: Readonly<Record<string, Shape>> = {
  $ref: text,
  type,
  format: text,
  enum: list(anything, { least: 1 }),
  "x-extensible-enum": list(anything),
  required,
  properties: schemas,
  patternProperties: map(schema, pattern),
  dependentSchemas: schemas,
  $defs: schemas,
  definitions: schemas,
  dependentRequired: map(list(text, { what: "a list of names" })),
  items: schema,
  additionalProperties: others,
  unevaluatedProperties: schema,
  unevaluatedItems: schema,
  propertyNames: schema,
  not: schema,
  contains: schema,
  if: schema,
  then: schema,
  else: schema,
  allOf: variants,
  oneOf: variants,
  anyOf: variants,
  prefixItems: variants,
  discriminator,
  pattern,
  minLength: size,
  maxLength: size,
  minItems: size,
  maxItems: size,
  minProperties: size,
  maxProperties: size,
  minContains: size,
  maxContains: size,
  minimum: number,
  maximum: number,
  exclusiveMinimum: limit,
  exclusiveMaximum: limit,
  multipleOf: that((value) => Number.isFinite(value) && Number(value) > 0, "a number above 0"),
  uniqueItems: flag,
  nullable: flag,
  readOnly: flag,
  writeOnly: flag,
};
