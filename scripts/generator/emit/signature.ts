import { camelCase, freeName, identifierFor } from "../document/names.js";
import type { Schema } from "../document/openapi.js";
import { isKeyword } from "./keywords.js";
import type { Method } from "./methods.js";
import type { TypeOf } from "./openapi-typescript.js";
import { printType } from "./print-types.js";
import { printableSchema } from "./printable.js";

/** How a method is called. */
export interface Signature {
  readonly parameters: readonly Argument[];
  readonly returns: string;
}

export interface Argument {
  readonly name: string;
  readonly isOptional: boolean;
  readonly type: string;
}

/**
 * The arguments and the result of a method: path parameters in order, then the body if the operation has one, else the
 * query; last, the options of the call.
 *
 * @param used receives the names of the types that are mentioned
 */
export function signatureOf(
  method: Method,
  queryName: string | undefined,
  makeType: TypeOf,
  used: Set<string>,
): Signature {
  const typeOf = (schema: Schema | undefined): string =>
    schema ? printType(makeType(printableSchema(schema)), used) : "unknown";
  const named = (name: string): string => {
    used.add(name);
    return name;
  };
  const { pathParameters, body, query, paging } = method;
  const names = argumentNames(pathParameters.map(({ name }) => name));
  const path = pathParameters.map(({ schema }, index) => ({
    name: names[index] ?? "",
    isOptional: false,
    type: typeOf(schema),
  }));
  const needsQuery = query.some(({ required }) => required === true);
  const queryType = queryName === undefined ? "undefined" : named(queryName);

  const content = body
    ? {
        name: "body",
        isOptional: !body.required,
        type: body.encoding === "raw" ? "BodyInit" : typeOf(body.schema),
      }
    : { name: "query", isOptional: !needsQuery, type: queryType };
  // Beside a body the query has no place but the options.
  const options =
    body && queryName !== undefined
      ? {
          isOptional: !needsQuery,
          type: `${named("CallOptions")} & { query${needsQuery ? "" : "?"}: ${queryType} }`,
        }
      : { isOptional: true, type: named("CallOptions") };
  return {
    parameters: [...path, content, { name: "options", ...options }],
    returns: paging
      ? `${named("Paginated")}<${typeOf(paging.item)}>`
      : `${named("ApiPromise")}<${resultOf(method, typeOf)}>`,
  };
}

function resultOf({ successes }: Method, typeOf: (schema: Schema | undefined) => string): string {
  const bodies = successes.map(({ content }) => Object.values(content));
  if (bodies.every(({ length }) => length === 0)) return "void";
  const types = bodies.flatMap((body) =>
    body.length === 0 ? ["undefined"] : body.map(({ schema }) => typeOf(schema)),
  );
  return [...new Set(types)].join(" | ");
}

/** The names of path parameters as arguments, each of them different, and none a keyword. */
export function argumentNames(names: readonly string[]): readonly string[] {
  const taken = new Set(OWN);
  return names.map((name) => {
    const argument = identifierFor(camelCase(name));
    const free = freeName(
      [argument, `${argument}Parameter`],
      (candidate) => taken.has(candidate) || isKeyword(candidate),
    );
    taken.add(free);
    return free;
  });
}

/** The other arguments. */
const OWN = new Set(["body", "options", "query"]);
