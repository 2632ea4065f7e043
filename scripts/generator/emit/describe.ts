import type { Header, Operation, Parameter, Schema } from "../document/openapi.js";
import { parameterSchema } from "../document/parameter-schema.js";
import { endsStructured, wrap } from "./comment.js";
import { constraintsOf } from "./constraints.js";
import { exampleFor } from "./example.js";
import { printLiteral } from "./literal.js";

/** The comment of a type or a property: what it is, what it demands, its default and an example. */
export function schemaComment(schema: Schema): string {
  return withTags(describe(schema.description ?? schema.title, schema), tagsOf(schema));
}

/** The comment of a parameter or a header, whose schema says what it demands. */
export function parameterComment(parameter: Parameter | Header): string {
  const schema = parameterSchema(parameter) ?? {};
  const example = exampleFor(parameter);
  const deprecated = parameter.deprecated ?? schema.deprecated ?? false;
  const tags = tagsOf({ ...schema, deprecated, ...(example !== undefined && { example }) });
  return withTags(parameterText(parameter), tags);
}

export function parameterText(parameter: Parameter | Header): string {
  const schema = parameterSchema(parameter) ?? {};
  return describe(parameter.description ?? schema.description, schema);
}

/** The comment of an operation: its summary as a sentence, and its description; then the tags given. */
export function operationComment(operation: Operation, tags: readonly string[] = []): string {
  const { summary = "", description = "" } = operation;
  const text = [closed(summary.trim()), wrap(description)].filter((part) => part !== "").join("\n\n");
  return withTags(text, [...stageTags(operation), ...tags]);
}

/** Tags follow the text, after a blank line. */
function withTags(text: string, tags: readonly string[]): string {
  return [text, tags.join("\n")].filter((part) => part !== "").join("\n\n");
}

/** A description with the constraints after it, and those of the items of a list. */
function describe(description: string | undefined, schema: Schema): string {
  const { items } = schema;
  const each = items && items.$ref === undefined ? describe(items.description, items) : "";
  const own = append(description?.trim() ?? "", constraintsOf(schema).join(" "));
  return [wrap(own), each && wrap(`Each item: ${each}`)].filter((part) => part !== "").join("\n\n");
}

/** Sentences go on in the paragraph before them, unless that is a list or the like. */
function append(text: string, sentences: string): string {
  if (text === "" || sentences === "") return text + sentences;
  return endsStructured(text) ? `${text}\n\n${sentences}` : `${closed(text)} ${sentences}`;
}

/** With a full stop, so that a sentence can follow. */
function closed(text: string): string {
  return /[\p{L}\p{N})`"']$/u.test(text) ? `${text}.` : text;
}

/** Whether the document warns of building on something: that it goes away, or is not settled yet. */
function stageTags({ deprecated, "x-lifecycle-stage": stage }: Operation | Schema): readonly string[] {
  if (deprecated || stage === "Deprecated") return ["@deprecated"];
  const isSettled = typeof stage !== "string" || /^general(ly)? availab/i.test(stage);
  return isSettled ? [] : [`@experimental ${stage}`];
}

function tagsOf(schema: Schema): readonly string[] {
  return [
    ...stageTags(schema),
    ...(schema.default === undefined ? [] : [`@default ${printLiteral(schema.default)}`]),
    ...(schema.example === undefined ? [] : [`@example ${printLiteral(schema.example)}`]),
  ];
}
