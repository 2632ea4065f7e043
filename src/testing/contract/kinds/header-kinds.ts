import type { KindRule } from "./kind-rule.js";

export type HeaderKind = "header-missing" | "header-never-sent" | "header-invalid" | "header-undocumented";

/** Drift of headers. */
export const HEADER_KINDS: Readonly<Record<HeaderKind, KindRule>> = {
  "header-missing": {
    level: "error",
    what: "a required header is missing",
    message: "the header {subject} is missing, and is required",
    advice: "document the header as optional",
  },
  "header-never-sent": {
    level: "notice",
    what: "no response with a status has an optional header",
    message: "no response has the header {subject}",
    advice: "remove the header from the document, if nothing sends it",
  },
  "header-invalid": {
    level: "error",
    what: "a header is not what its schema says",
    message: "the header {subject} {detail}",
    advice: "correct the schema of the header",
  },
  "header-undocumented": {
    level: "notice",
    what: "a header that clients act on is not documented (`Retry-After`, `Location`, rate limits and the like)",
    message: "the header {subject} is not documented",
    advice: "document the header",
  },
};
