import type { KindRule } from "./kind-rule.js";

export type BodyKind =
  | "body-missing"
  | "body-undocumented"
  | "content-type-missing"
  | "content-type-undocumented"
  | "encoding-missing"
  | "encoding-mismatch"
  | "body-unreadable"
  | "body-nested"
  | "body-endless"
  | "body-truncated"
  | "failure-shape";

/** Drift of bodies as a whole, and of their media types. */
export const BODY_KINDS: Readonly<Record<BodyKind, KindRule>> = {
  "body-missing": {
    level: "error",
    what: "there is no body where one is documented",
    message: "there is no body, and one is documented",
    advice: "document that the response may be empty",
  },
  "body-undocumented": {
    level: "warning",
    what: "there is a body where none is documented",
    message: "there is a body, and none is documented",
    advice: "document the content of the response",
  },
  "content-type-missing": {
    level: "warning",
    what: "a body comes without `Content-Type`",
    message: "the body comes without Content-Type",
    advice: "have the service send the header",
  },
  "content-type-undocumented": {
    level: "error",
    what: "a body has a media type that is not documented",
    message: "the media type {subject} is not documented",
    advice: "document the content with this media type",
  },
  "encoding-missing": {
    level: "error",
    what: "a body is compressed, and `Content-Encoding` does not say so",
    message: "the body is compressed with gzip, and Content-Encoding does not say so",
    advice: "have the service send the header",
  },
  "encoding-mismatch": {
    level: "error",
    what: "a body is not in the encoding that `Content-Encoding` names",
    message: "the body is not in the encoding that Content-Encoding names",
    advice: "have the service send the header that is true of the body",
  },
  "body-unreadable": {
    level: "error",
    what: "a body that is said to be JSON is not",
    message: "the body is said to be JSON, and is not",
    advice: "document the media type that it has",
  },
  "body-nested": {
    level: "error",
    what: "a body is nested more than 500 levels deep, and is not looked at",
    message: "the body is nested more than {subject} deep, and was not looked at",
    advice: "have the service send a flatter body: many programs refuse so deep a one",
  },
  "body-endless": {
    level: "error",
    what: "a body has no end within 16 MiB and 20 seconds, and is not documented as a stream",
    message: "the body has no end within {subject}",
    advice: "document a media type for streams, or have the service end the body",
  },
  "body-truncated": {
    level: "error",
    what: "a body breaks off before its end, when it is asked for again, too",
    message: "the body breaks off before its end",
    advice: "have the service end the body, and send the length that it has",
  },
  "failure-shape": {
    level: "error",
    what: "the body of a failure does not have the documented shape",
    message: "the body of the failure does not have the documented shape: {detail}",
    advice: "document the shape of the failure",
  },
};
