import { BODY_KINDS, type BodyKind } from "./body-kinds.js";
import { HEADER_KINDS, type HeaderKind } from "./header-kinds.js";
import type { KindRule } from "./kind-rule.js";
import { MEMBER_KINDS, type MemberKind } from "./member-kinds.js";
import { OPERATION_KINDS, type OperationKind } from "./operation-kinds.js";
import { PAGE_KINDS, type PageKind } from "./page-kinds.js";
import { VALUE_KINDS, type ValueKind } from "./value-kinds.js";

/** What a kind of drift is called, in reports as well: names stay. */
export type Kind = OperationKind | HeaderKind | BodyKind | ValueKind | MemberKind | PageKind;

/** The kinds by topic, as docs/contract.md has them. */
export const TOPICS: Readonly<Record<string, Readonly<Partial<Record<Kind, KindRule>>>>> = {
  "Operations and statuses": OPERATION_KINDS,
  Headers: HEADER_KINDS,
  "Bodies and media types": BODY_KINDS,
  Values: VALUE_KINDS,
  Members: MEMBER_KINDS,
  Pages: PAGE_KINDS,
};

/** Every kind of drift, and what it means: the drift catalogue. */
export const KINDS: Readonly<Record<Kind, KindRule>> = {
  ...OPERATION_KINDS,
  ...HEADER_KINDS,
  ...BODY_KINDS,
  ...VALUE_KINDS,
  ...MEMBER_KINDS,
  ...PAGE_KINDS,
};
