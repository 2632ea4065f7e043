import type { Rule } from "./rule.js";

/*
 * A request that the new document refuses breaks whoever sends it, and a response that the old document ruled out breaks
 * whoever reads it. So what narrows a schema is major in a request, and what widens it in a response.
 */

/** Changes of which values are listed, and of types. */
export const VALUE_RULES = {
  "type-changed": {
    request: "major",
    response: "major",
    what: "a type becomes another",
    message: "the type was {before} and is {after}",
    reason: "values of the old type are refused, and values of a type that was ruled out are read",
    advice: "send and read the new type",
  },
  "type-narrowed": {
    request: "major",
    response: "minor",
    what: "fewer types are possible",
    message: "the type was {before} and is only {after}",
    reason: "what is not possible any more cannot be sent, and need not be read",
    advice: "send only the types that are left",
  },
  "type-widened": {
    request: "minor",
    response: "major",
    what: "more types are possible",
    message: "the type was {before} and is {after}",
    reason: "more can be sent, but a response may hold a type that the program does not know",
    advice: "read the further types as well",
  },
  "null-added": {
    request: "minor",
    response: "major",
    what: "null becomes possible",
    message: "it may be null",
    reason: "a program that reads a value without a check fails on null",
    advice: "check for null",
  },
  "null-removed": {
    request: "major",
    response: "minor",
    what: "null is not possible any more",
    message: "it must not be null",
    reason: "null is refused where it was accepted",
    advice: "leave the value out, or send one",
  },
  "enum-value-removed": {
    request: "major",
    response: "minor",
    what: "a value of an enum is removed",
    message: "the value {subject} is gone",
    reason: "the value is refused; in a response it only does not come any more",
    advice: "send another value",
  },
  "enum-value-added": {
    request: "minor",
    response: "major",
    what: "a value is added to an enum",
    message: "the value {subject} is new",
    reason: "a `switch` over the values of a response may lack the new one",
    advice: "handle the new value",
  },
  "enum-added": {
    request: "major",
    response: "minor",
    what: "an enum is put where any value was possible",
    message: "only {after} are possible now",
    reason: "all other values are refused",
    advice: "send one of the values",
  },
  "enum-removed": {
    request: "minor",
    response: "major",
    what: "an enum becomes any value",
    message: "the values were {before}; any is possible now",
    reason: "a response may hold a value that the program does not know",
    advice: "handle other values",
  },
  "enum-opened": {
    request: "minor",
    response: "major",
    what: "a closed enum becomes open",
    message: "values other than those listed are possible now",
    reason: "the type of a response is any string now, and a `switch` is not exhaustive any more",
    advice: "handle other values",
  },
  "enum-closed": {
    request: "major",
    response: "minor",
    what: "an open enum becomes closed",
    message: "only the listed values are possible now",
    reason: "other values compiled, and are refused now",
    advice: "send one of the listed values",
  },
  "open-value-added": {
    request: "minor",
    response: "minor",
    what: "a value is added to an open enum",
    message: "the known value {subject} is new",
    reason: "the type never promised that there are no others",
  },
  "open-value-removed": {
    request: "patch",
    response: "patch",
    what: "a value is removed from an open enum",
    message: "the known value {subject} is not listed any more",
    reason: "the type still accepts any string; whether the service does is worth a look",
  },
  "open-enum-added": {
    request: "patch",
    response: "patch",
    what: "known values are listed, and others stay possible",
    message: "{after} are listed as known values",
    reason: "any value is as possible as before",
  },
  "open-enum-removed": {
    request: "patch",
    response: "patch",
    what: "a list of known values goes, where any value was possible",
    message: "known values are not listed any more",
    reason: "any value is as possible as before",
  },
  "default-changed": {
    request: "minor",
    response: "patch",
    what: "a default comes, goes or changes",
    message: "the default was {before} and is {after}",
    reason: "a request without the value is as good as before, but may do something else",
  },
} as const satisfies Record<string, Rule>;
