import type { KindRule } from "./kind-rule.js";

export type MemberKind = "member-missing" | "member-undocumented" | "member-forbidden" | "secret-returned";

/** Drift of the members of objects. */
export const MEMBER_KINDS: Readonly<Record<MemberKind, KindRule>> = {
  "member-missing": {
    level: "error",
    what: "a required member is missing",
    message: "the member {subject} is missing, and is required",
    advice: "document the member as optional",
  },
  "member-undocumented": {
    level: "notice",
    what: "there is a member that the document does not know",
    message: "the member {subject} is not documented",
    advice: "document the member",
  },
  "member-forbidden": {
    level: "warning",
    what: "there is a member where the document rules out others (`additionalProperties: false`)",
    message: "the member {subject} is not documented, and others are ruled out",
    advice: "document the member, or leave the object open",
  },
  "secret-returned": {
    level: "error",
    what: "a member that is only written comes back (`writeOnly`)",
    message: "the member {subject} is only to be written, and comes back",
    advice: "have the service leave it out: it may be a secret",
  },
};
