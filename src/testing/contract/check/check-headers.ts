import type { OpenApiDocument } from "../../document/read-document.js";
import type { Schema } from "../../document/schema.js";
import type { OperationExchange } from "../exchange.js";
import type { Finding } from "../finding.js";
import { placeOf } from "../pointer.js";
import type { Declared } from "./declared.js";
import { problemOf } from "./violations.js";

/** Headers that tell a client what to do, so that it has to know of them. */
const ACTED_ON =
  /^(retry-after|location|link|(x-)?ratelimit(-(limit|remaining|reset|policy))?|www-authenticate|x-request-id)$/;

/** Holds the headers of a response against the document. */
export function checkHeaders(
  { headers, operation }: OperationExchange,
  { response, pointer }: Declared,
): readonly Finding[] {
  const declared = Object.entries(response.headers ?? {});
  const names = new Set(declared.map(([name]) => name.toLowerCase()));
  return [
    ...declared.flatMap(([name, header]): readonly Finding[] => {
      const place = `header ${name}`;
      const at = placeOf(operation.document, header, [...pointer, "headers", name]);
      const value = headers.get(name);
      if (value === null) {
        return [
          {
            kind: header.required === true ? "header-missing" : "header-never-sent",
            place,
            pointer: at,
            subject: name,
          },
        ];
      }
      const problem = headerProblem(operation.document, header.schema ?? {}, value);
      return problem === undefined
        ? []
        : [{ kind: "header-invalid", place, pointer: [...at, "schema"], subject: name, detail: problem }];
    }),
    ...[...headers.keys()]
      .filter((name) => ACTED_ON.test(name) && !names.has(name))
      .map((name): Finding => ({
        kind: "header-undocumented",
        place: `header ${name}`,
        pointer: [...pointer, "headers"],
        subject: name,
      })),
  ];
}

/** What is wrong with a header: a text on the wire may be what its schema says as another value, or as the text that it is. */
function headerProblem(document: OpenApiDocument, schema: Schema, text: string): string | undefined {
  const problem = problemOf(document, schema, valueOf(text, schema));
  return problem === undefined || problemOf(document, schema, text) === undefined ? undefined : problem;
}

function valueOf(text: string, schema: Schema): unknown {
  if (typesOf(schema).includes("array")) {
    const { items = {} } = schema;
    return text.split(",").map((item) => scalarOf(item.trim(), items));
  }
  return scalarOf(text, schema);
}

function scalarOf(text: string, schema: Schema): unknown {
  const types = typesOf(schema);
  if ((types.includes("integer") || types.includes("number")) && /^-?\d+(\.\d+)?$/.test(text))
    return Number(text);
  if (types.includes("boolean") && /^(true|false)$/.test(text)) return text === "true";
  return text;
}

/** The types of the values that a schema allows, those of its parts and variants included. */
function typesOf({
  type = [],
  enum: values = [],
  allOf = [],
  oneOf = [],
  anyOf = [],
}: Schema): readonly string[] {
  return [
    ...[type].flat(),
    ...values.map((value) => typeof value),
    ...[...allOf, ...oneOf, ...anyOf].flatMap(typesOf),
  ];
}
