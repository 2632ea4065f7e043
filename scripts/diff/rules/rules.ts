import { BODY_RULES } from "./body-rules.js";
import { LIMIT_RULES } from "./limit-rules.js";
import { OBJECT_RULES } from "./object-rules.js";
import { OPERATION_RULES } from "./operation-rules.js";
import { RESPONSE_RULES } from "./response-rules.js";
import { SERVICE_RULES } from "./service-rules.js";
import { UNION_RULES } from "./union-rules.js";
import { VALUE_RULES } from "./value-rules.js";
import type { Rule } from "./rule.js";

/** The rules by topic, as docs/diff.md has them. */
export const TOPICS = {
  "Operations and parameters": OPERATION_RULES,
  "Request bodies and media types": BODY_RULES,
  Responses: RESPONSE_RULES,
  Values: VALUE_RULES,
  "Formats, limits and conditions": LIMIT_RULES,
  Properties: OBJECT_RULES,
  "Unions and names": UNION_RULES,
  "Security, servers, and words": SERVICE_RULES,
} as const;

const TABLE = {
  ...OPERATION_RULES,
  ...BODY_RULES,
  ...RESPONSE_RULES,
  ...VALUE_RULES,
  ...LIMIT_RULES,
  ...OBJECT_RULES,
  ...UNION_RULES,
  ...SERVICE_RULES,
};

/** What a kind of change is called, in JSON as well: names stay. */
export type Kind = keyof typeof TABLE;

/** Every kind of change, and what it means: the whole of what `diff` judges by. */
export const RULES: Readonly<Record<Kind, Rule>> = TABLE;
