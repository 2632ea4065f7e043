import { camelCase } from "../document/names.js";
import type { Parameter, Schema } from "../document/openapi.js";
import { componentName } from "../document/references.js";
import { exampleFor } from "./example.js";
import { printKey, printLiteral } from "./literal.js";
import type { Method } from "./methods.js";
import { argumentNames } from "./signature.js";

/** A call of a method, with the document's own examples; what has none is a variable of its name. */
export function exampleCall(method: Method): string {
  const { service, resource, name, paging, successes } = method;
  const callee = ["confluent", ...service, ...resource, name].join(".");
  const call = `${callee}(${argumentsOf(method, callee.length).join(", ")})`;
  if (paging) {
    const item = variableFor(paging.item, "item");
    return `for await (const ${item} of ${call}) {\n  console.log(${item});\n}`;
  }
  const [schema, ...more] = successes.flatMap(({ content }) =>
    Object.values(content).map((body) => body.schema ?? {}),
  );
  if (!schema) return `await ${call};`;
  if (schema["x-read-as"] === undefined || schema["x-read-as"] === "blob" || more.length > 0)
    return `const ${variableFor(schema, "result")} = await ${call};`;
  const item = variableFor(schema.items, schema["x-read-as"] === "readJsonStream" ? "item" : "event");
  return `for await (const ${item} of await ${call}) {\n  console.log(${item});\n}`;
}

/** The options are there where something in them is required. */
function argumentsOf(method: Method, column: number): readonly string[] {
  const content = contentArgument(method, column);
  const options = requiredOptions(method);
  if (options.length === 0) return [...pathArguments(method), ...content];
  return [
    ...pathArguments(method),
    ...(content.length === 0 ? ["undefined"] : content),
    `{ ${options.join(", ")} }`,
  ];
}

/** Beside a body, the query is an option. */
function requiredOptions({ bodies, query, headers }: Method): readonly string[] {
  const options = { query: bodies.length > 0 ? query : [], headers };
  return Object.entries(options).flatMap(([name, parameters]) => {
    const required = parameters.filter((parameter) => parameter.required);
    return required.length === 0 ? [] : [`${name}: { ${required.map(printEntry).join(", ")} }`];
  });
}

function pathArguments({ pathParameters }: Method): readonly string[] {
  const names = argumentNames(pathParameters.map(({ name }) => name));
  return pathParameters.map((parameter, index) => {
    const example = exampleFor(parameter);
    return example === undefined ? (names[index] ?? "") : printLiteral(example);
  });
}

function contentArgument({ bodies: [body], query }: Method, column: number): readonly string[] {
  if (body) {
    const example = exampleFor(body);
    return [example === undefined ? "body" : printLiteral(example, column)];
  }
  const required = query.filter((parameter) => parameter.required);
  if (required.length === 0) return [];
  return [`{ ${required.map(printEntry).join(", ")} }`];
}

/** A parameter with its example, or with a variable of its name. */
function printEntry(parameter: Parameter): string {
  const example = exampleFor(parameter);
  const variable = camelCase(parameter.name);
  if (example !== undefined) return `${printKey(parameter.name)}: ${printLiteral(example)}`;
  return variable === parameter.name ? variable : `${printKey(parameter.name)}: ${variable}`;
}

/** `integration` for an `Integration`. */
function variableFor(schema: Schema | undefined, otherwise: string): string {
  const reference = schema?.$ref ?? schema?.allOf?.[0]?.$ref;
  return reference === undefined ? otherwise : camelCase(componentName(reference));
}
