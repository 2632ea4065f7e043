import { flatten, unionVariants } from "../../../../src/testing/document/flat-schema.js";
import type { OpenApiDocument } from "../../../../src/testing/document/read-document.js";
import type { Schema } from "../../../../src/testing/document/schema.js";
import { violationsOf } from "../../../../src/testing/document/validator.js";
import { isObject } from "../../../../src/testing/fake/complete-value.js";
import { variantFor } from "../../../../src/testing/fake/variant-for.js";

/** A request's value that differs from the document's example wherever the schema lets it. */
export function vary(document: OpenApiDocument, raw: Schema, value: unknown, turn: number): unknown {
  const varied = varyInside(document, raw, value, turn);
  return isValid(document, raw, varied) ? varied : value;
}

function varyInside(document: OpenApiDocument, raw: Schema, value: unknown, turn: number): unknown {
  const schema = variantFor(flatten(raw), value);
  if (Array.isArray(value)) return value.map((item) => vary(document, schema.items ?? {}, item, turn));
  if (isObject(value)) {
    const { properties = {}, additionalProperties } = schema;
    const others = typeof additionalProperties === "object" ? additionalProperties : {};
    const tags = tagsOf(flatten(raw));
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        tags.has(name) ? member : vary(document, properties[name] ?? others, member, turn),
      ]),
    );
  }
  const options = candidatesFor(schema, value, turn);
  return options.find((one) => one !== value && isValid(document, raw, one)) ?? value;
}

/** What says which variant of a union a value is stays as it is. */
function tagsOf({ discriminator, ...schema }: Schema): ReadonlySet<string> {
  const nested = schema.oneOf || schema.anyOf ? unionVariants(schema).flatMap((one) => [...tagsOf(one)]) : [];
  return new Set([...(discriminator ? [discriminator.propertyName] : []), ...nested]);
}

function candidatesFor(schema: Schema, value: unknown, turn: number): readonly unknown[] {
  const listed = schema.enum ?? schema["x-extensible-enum"];
  if (listed) {
    const start = listed.indexOf(value) + turn;
    return listed.map((_, index) => listed[(start + index) % listed.length]);
  }
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return [value + turn, value - turn];
  if (typeof value !== "string") return [];
  const last = (mark: string): string => value.slice(0, -1) + mark;
  return [
    `${value}-turn${turn}`,
    `${value}${turn}`,
    value.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + turn) % 10)),
    last("ab"[turn % 2] ?? ""),
    last("AB"[turn % 2] ?? ""),
  ];
}

function isValid(document: OpenApiDocument, schema: Schema, value: unknown): boolean {
  return violationsOf(value, { schema, document, direction: "request", place: "body" }).length === 0;
}
