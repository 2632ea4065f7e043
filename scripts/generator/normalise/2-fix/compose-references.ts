import { isAnnotation } from "../../document/annotations.js";
import { omit } from "../../document/records.js";
import type { SchemaStage } from "../stage.js";

/** What beside a reference says no more of its values than a description does. */
const MARKS = new Set(["$ref", "readOnly", "writeOnly", "deprecated", "default"]);

/**
 * Makes a reference with constraints beside it a member of allOf. OpenAPI 3.1 adds up the two; 3.0 ignores what stands
 * beside a reference, but `nullable: true` there is meant all the same.
 */
export const composeReferences: SchemaStage = (schema, pointer, { report, openapi }) => {
  const { $ref, allOf = [] } = schema;
  const beside = Object.keys(schema).filter((key) => !MARKS.has(key) && !isAnnotation(key));
  if ($ref === undefined || beside.length === 0) return schema;
  const reason = openapi.startsWith("3.0")
    ? "counts beside a reference, although OpenAPI 3.0 ignores it there"
    : "counts beside a reference: both are members of allOf";
  report(pointer, `${beside.map((key) => `\`${key}\``).join(", ")} ${reason}`);
  const isComponent = pointer.length === 3 && pointer[1] === "schemas";
  return {
    ...omit(schema, "$ref"),
    allOf: [{ $ref }, ...allOf],
    ...(isComponent && { "x-alias": true }),
  };
};
