import type { Schema } from "../../document/schema.js";
import { isLeftOut } from "../../document/flat-schema.js";
import { keysOf } from "../../document/references.js";
import type { Finding } from "../finding.js";
import type { Kind } from "../kinds/kinds.js";
import { shownValue } from "../shown-word.js";
import type { OpenApiDocument } from "../../document/read-document.js";
import type { Violation } from "../../document/validator.js";
import { isNullHere, type Spot, type View } from "./spot.js";
import { violationsIn } from "./violations.js";

/** Holds one value against the rules that its schemas have for it: not those for what is within it. */
export function checkValue(document: OpenApiDocument, spot: Spot): readonly Finding[] {
  if (isNullHere(spot)) return [];
  return spot.views.flatMap((view) =>
    [
      ...violationsIn(document, only(view.schema, OWN), spot.value),
      // What an item lacks that is not the one is no drift.
      ...violationsIn(document, only(view.schema, CONTAINS), spot.value).filter(
        ({ keyword }) => keyword === "contains",
      ),
    ]
      .filter((violation) => !isOnlyWritten(violation, spot))
      .map((violation) => toFinding(violation, spot, view)),
  );
}

/** A choice of the keywords of a schema; each is cached, as a checker compiles each schema once. */
interface Choice {
  readonly has: (keyword: string) => boolean;
  readonly chosen: WeakMap<Schema, Schema>;
}

function only(schema: Schema, { has, chosen }: Choice): Schema {
  let own = chosen.get(schema);
  if (!own) {
    own = Object.fromEntries(Object.entries(schema).filter(([keyword]) => has(keyword)));
    chosen.set(schema, own);
  }
  return own;
}

/** Keywords for what is within a value, for unions and conditions, which have views of their own, and for readers. */
const NOT_OWN =
  /^(properties|patternProperties|additionalProperties|unevaluated\w+|items|prefixItems|contains|allOf|oneOf|anyOf|if|then|else|dependentSchemas|discriminator|readOnly|writeOnly|examples?|default|description|title|deprecated|xml|externalDocs|x-.*)$/;

/** The rules for a value itself. */
const OWN: Choice = { has: (keyword) => !NOT_OWN.test(keyword), chosen: new WeakMap() };

/** The rule that a list has an item of a kind. */
const CONTAINS: Choice = {
  has: (keyword) => /^(contains|minContains|maxContains)$/.test(keyword),
  chosen: new WeakMap(),
};

/** What is only to be written is not required in a response, wherever it is required. */
function isOnlyWritten(violation: Violation, { views }: Spot): boolean {
  if (violation.keyword !== "required") return false;
  const name = memberOf(violation);
  return views.some(
    ({ schema: { properties = {} } }) =>
      Object.hasOwn(properties, name) && isLeftOut(properties[name] ?? {}, "response"),
  );
}

function toFinding(violation: Violation, { value, place }: Spot, { schema, pointer }: View): Finding {
  const { keyword, message } = violation;
  const at = { place, pointer: [...pointer, keyword] };
  switch (keyword) {
    case "type": {
      const detail = [schema.type ?? []].flat().join(" or ");
      return value === null
        ? { kind: "null-undocumented", ...at, detail }
        : { kind: "type-mismatch", ...at, subject: typeOf(value), detail };
    }
    case "required":
      return { kind: "member-missing", ...at, subject: `\`${memberOf(violation)}\`` };
    case "enum":
    case "const":
      return enumFinding(value, schema.enum ?? [schema.const], at);
    case "format":
      return { kind: "format-mismatch", ...at, subject: `\`${schema.format ?? ""}\`` };
    default: {
      const kind = KIND_OF[keyword] ?? "condition-unmet";
      return { kind, ...at, subject: `\`${keyword}\``, detail: message };
    }
  }
}

/** The member that is missing. The document has it, so it is shown as it is. */
function memberOf({ pointer }: Violation): string {
  return keysOf(`#${pointer}`).join("/");
}

/** That a value is only written in another case says more. */
function enumFinding(
  value: unknown,
  documented: readonly unknown[],
  at: Pick<Finding, "place" | "pointer">,
): Finding {
  const other = documented.map(String).find((one) => one.toLowerCase() === String(value).toLowerCase());
  const subject = shownValue(value, documented);
  return other === undefined
    ? { kind: "enum-value-undocumented", ...at, subject }
    : { kind: "enum-value-case", ...at, subject, detail: `\`${other}\`` };
}

const KIND_OF: Readonly<Record<string, Kind>> = {
  pattern: "pattern-mismatch",
  minLength: "text-length",
  maxLength: "text-length",
  minimum: "number-range",
  maximum: "number-range",
  exclusiveMinimum: "number-range",
  exclusiveMaximum: "number-range",
  multipleOf: "number-range",
  minItems: "list-length",
  maxItems: "list-length",
  minProperties: "list-length",
  maxProperties: "list-length",
  uniqueItems: "items-repeated",
};

/** The type of a value, by its name in JSON Schema. */
function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}
