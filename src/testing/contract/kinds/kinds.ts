import { BODY_KINDS } from "./body-kinds.js";
import { HEADER_KINDS } from "./header-kinds.js";
import type { KindRule } from "./kind-rule.js";
import { MEMBER_KINDS } from "./member-kinds.js";
import { OPERATION_KINDS } from "./operation-kinds.js";
import { PAGE_KINDS } from "./page-kinds.js";
import { VALUE_KINDS } from "./value-kinds.js";

/** The kinds by topic, as docs/contract.md has them. */
export const TOPICS = {
  "Operations and statuses": OPERATION_KINDS,
  Headers: HEADER_KINDS,
  "Bodies and media types": BODY_KINDS,
  Values: VALUE_KINDS,
  Members: MEMBER_KINDS,
  Pages: PAGE_KINDS,
} as const;

const TABLE = {
  ...OPERATION_KINDS,
  ...HEADER_KINDS,
  ...BODY_KINDS,
  ...VALUE_KINDS,
  ...MEMBER_KINDS,
  ...PAGE_KINDS,
};

/** What a kind of drift is called, in reports as well: names stay. */
export type Kind = keyof typeof TABLE;

/** Every kind of drift, and what it means: the drift catalogue. */
export const KINDS: Readonly<Record<Kind, KindRule>> = TABLE;
