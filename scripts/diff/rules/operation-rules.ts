import type { Rule } from "./rule.js";

/*
 * In a callback or a webhook the service sends the request and the program the response: there, the step of a request
 * holds for what the program sends, which is the response, and the step of a response for what it reads.
 */

/** Changes of operations and their parameters. */
export const OPERATION_RULES = {
  "operation-added": {
    request: "minor",
    response: "minor",
    what: "an operation is added",
    message: "the operation is new",
    reason: "nothing that worked is touched",
  },
  "operation-removed": {
    request: "major",
    response: "major",
    what: "an operation is removed",
    message: "the operation is gone",
    reason: "calls of it fail, and do not compile",
    advice: "use another operation",
  },
  "operation-moved": {
    request: "major",
    response: "major",
    what: "an operation gets another path or method",
    message: "the operation was {before} and is {after}",
    reason: "calls of the old path fail, and do not compile",
    advice: "call the new path",
  },
  "operation-renamed": {
    request: "major",
    response: "major",
    what: "an operation gets another operationId",
    message: "the operation was called {before} and is called {after}",
    reason: "the generated method and the operation's types are named by it",
    advice: "use the new name",
  },
  "path-parameter-renamed": {
    request: "major",
    response: "major",
    what: "a path parameter gets another name",
    message: "the path parameter {before} is called {after}",
    reason: "the same requests are sent, but the generated paths and `params.path` have the new name",
    advice: "use the new name in `params.path`, and in the path's literal",
  },
  "parameter-added": {
    request: "minor",
    response: "minor",
    what: "an optional parameter is added",
    message: "the {subject} is new",
    reason: "it may be left out",
  },
  "required-parameter-added": {
    request: "major",
    response: "minor",
    what: "a required parameter is added",
    message: "the required {subject} is new",
    reason: "requests without it are refused, and do not compile",
    advice: "send the parameter",
  },
  "parameter-removed": {
    request: "major",
    response: "major",
    what: "a parameter is removed",
    message: "the {subject} is gone",
    reason: "code that sends it does not compile",
    advice: "do without the parameter",
  },
  "parameter-required": {
    request: "major",
    response: "minor",
    what: "a parameter becomes required",
    message: "it is required now",
    reason: "requests without it are refused, and do not compile",
    advice: "send the parameter",
  },
  "parameter-optional": {
    request: "minor",
    response: "major",
    what: "a parameter becomes optional",
    message: "it is optional now",
    reason: "requests that send it are as good as before",
    advice: "check that the parameter is there",
  },
  "serialization-changed": {
    request: "major",
    response: "major",
    what: "a parameter, header or part of a form is written in another way (`style`, `explode`, `content`, `encoding`)",
    message: "it was written as {before} and is written as {after}",
    reason: "the service does not understand the old form",
    advice: "generate the client again, so that it writes the new form",
  },
  "empty-value-allowed": {
    request: "minor",
    response: "major",
    what: "a parameter may be empty",
    message: "it may be empty",
    reason: "more can be sent",
    advice: "check for an empty value",
  },
  "empty-value-refused": {
    request: "major",
    response: "minor",
    what: "a parameter must not be empty any more",
    message: "it must not be empty",
    reason: "an empty value is refused",
    advice: "leave the parameter out, or send a value",
  },
} as const satisfies Record<string, Rule>;
