import type { KindRule } from "./kind-rule.js";

export type ValueKind =
  | "type-mismatch"
  | "null-undocumented"
  | "enum-value-undocumented"
  | "enum-value-case"
  | "open-enum-value-new"
  | "variant-undocumented"
  | "variant-mismatch"
  | "format-mismatch"
  | "pattern-mismatch"
  | "text-length"
  | "number-range"
  | "list-length"
  | "items-repeated"
  | "condition-unmet";

/** Drift of values. */
export const VALUE_KINDS: Readonly<Record<ValueKind, KindRule>> = {
  "type-mismatch": {
    level: "error",
    what: "a value has another type",
    message: "the type is {subject}, and {detail} is documented",
    advice: "correct the type",
  },
  "null-undocumented": {
    level: "error",
    what: "a value is null where null is not documented",
    message: "it is null, and {detail} is documented",
    advice: "document it as nullable",
  },
  "enum-value-undocumented": {
    level: "error",
    what: "a value is none of a closed enum",
    message: "{subject} is none of the documented values",
    advice: "add the value, or leave the enum open with x-extensible-enum",
  },
  "enum-value-case": {
    level: "warning",
    what: "a value of a closed enum is written in another case",
    message: "{subject} is documented as {detail}",
    advice: "document the value as it is sent",
  },
  "open-enum-value-new": {
    level: "notice",
    what: "a value is none of those that an open enum lists",
    message: "{subject} is not among the listed values, which are not all",
    advice: "list the value",
  },
  "variant-undocumented": {
    level: "warning",
    what: "the discriminator of a union names a variant that is not documented",
    message: "{subject} is no documented variant",
    advice: "document the variant",
  },
  "variant-mismatch": {
    level: "error",
    what: "a value is of none of the variants of a union, or of several where one is meant",
    message: "the value is {subject}",
    advice: "correct the variants",
  },
  "format-mismatch": {
    level: "warning",
    what: "a text does not have its format",
    message: "the text does not have the format {subject}",
    advice: "correct the format",
  },
  "pattern-mismatch": {
    level: "warning",
    what: "a text does not match its pattern",
    message: "the text does not match the pattern",
    advice: "correct the pattern",
  },
  "text-length": {
    level: "warning",
    what: "a text is longer or shorter than its limits",
    message: "the text {detail}",
    advice: "correct the limit",
  },
  "number-range": {
    level: "warning",
    what: "a number is beyond its limits",
    message: "the number {detail}",
    advice: "correct the limit",
  },
  "list-length": {
    level: "warning",
    what: "a list, or a map, has more or fewer members than its limits",
    message: "it {detail}",
    advice: "correct the limit",
  },
  "items-repeated": {
    level: "warning",
    what: "a list repeats an item, and its items are documented as unique",
    message: "the list repeats an item, and its items are documented as unique",
    advice: "do not document the items as unique",
  },
  "condition-unmet": {
    level: "warning",
    what: "another condition is not met, such as `not` or `dependentRequired`",
    message: "the condition {subject} is not met",
    advice: "correct the condition",
  },
};
