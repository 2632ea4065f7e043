import { camelCase, freeName, identifierFor } from "../document/names.js";
import type { Schema } from "../document/openapi.js";
import { parameterSchema } from "../document/parameter-schema.js";
import { isKeyword } from "./keywords.js";
import { printKey } from "./literal.js";
import type { Method } from "./methods.js";
import type { TypeOf } from "./openapi-typescript.js";
import { printType } from "./print-types.js";
import { printableSchema } from "./printable.js";
import { bodyType, type Body } from "./request-bodies.js";

/** How a method is called. */
export interface Signature {
  readonly parameters: readonly Argument[];
  readonly returns: string;
  /** The media type of the body, where it is not the default. */
  readonly mediaType?: string;
}

export interface Argument {
  readonly name: string;
  readonly isOptional: boolean;
  readonly type: string;
}

/**
 * How a method is called: with the body in its default media type last, and before it with each body of another type, whose
 * media type is in the options then. Of several signatures, `Parameters` reads the last.
 */
export function signaturesOf(
  method: Method,
  queryName: string | undefined,
  makeType: TypeOf,
  used: Set<string>,
): readonly Signature[] {
  const [usual, ...others] = method.bodies;
  const typeOf = (schema: Schema): string => printType(makeType(printableSchema(schema)));
  const isOther = (body: Body): boolean => !usual || bodyType(body, typeOf) !== bodyType(usual, typeOf);
  return [...others.filter(isOther), usual].map((body) =>
    signatureOf(method, body, queryName, makeType, used),
  );
}

/**
 * The arguments and the result of a method: path parameters in order, then the body if the operation has one, else the
 * query; last, the options of the call.
 *
 * @param used receives the names of the types that are mentioned
 */
function signatureOf(
  method: Method,
  body: Body | undefined,
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
  const { pathParameters, query, paging } = method;
  const names = argumentNames(pathParameters.map(({ name }) => name));
  const path = pathParameters.map((parameter, index) => ({
    name: names[index] ?? "",
    isOptional: false,
    type: typeOf(parameterSchema(parameter)),
  }));
  const needsQuery = query.some(({ required }) => required === true);
  const queryType = queryName === undefined ? "undefined" : named(queryName);

  const content = body
    ? {
        name: "body",
        isOptional: !body.required,
        type: bodyType(body, typeOf),
      }
    : { name: "query", isOptional: !needsQuery, type: queryType };
  const headers = headersOf(method, body, typeOf);
  const settings = headers.type === "" ? named("CallOptions") : `${named("HeaderOptions")}<${headers.type}>`;
  // Beside a body the query has no place but the options.
  const options =
    body && queryName !== undefined
      ? {
          isOptional: !needsQuery && !headers.isRequired,
          type: `${settings} & { query${needsQuery ? "" : "?"}: ${queryType} }`,
        }
      : { isOptional: !headers.isRequired, type: settings };
  return {
    ...(body && body !== method.bodies[0] && { mediaType: body.mediaType }),
    parameters: [...path, content, { name: "options", ...options }],
    returns: paging
      ? `${named("Paginated")}<${typeOf(paging.item)}>`
      : `${named("ApiPromise")}<${resultOf(method, typeOf)}>`,
  };
}

/** The headers that a call takes: the parameters of the operation, and the media type of a body that is not the default. */
function headersOf(
  { headers, bodies }: Method,
  body: Body | undefined,
  typeOf: (schema: Schema | undefined) => string,
): { readonly type: string; readonly isRequired: boolean } {
  const members = headers.map((parameter) => {
    const type = typeOf(parameterSchema(parameter) ?? { type: "string" });
    // Null removes a header of the client.
    return `${printKey(parameter.name)}${parameter.required ? `: ${type}` : `?: ${type} | null`}`;
  });
  if (body && body !== bodies[0]) members.unshift(`"Content-Type": ${printMediaType(body.mediaType)}`);
  const isRequired = headers.some(({ required }) => required) || body !== bodies[0];
  return { type: members.length === 0 ? "" : `{ ${members.join("; ")} }`, isRequired };
}

/** `"text/csv"`; `image/*` is any type that begins so. */
function printMediaType(mediaType: string): string {
  if (!mediaType.includes("*")) return JSON.stringify(mediaType);
  return mediaType.startsWith("*") ? "string" : `\`${mediaType.replace(/\*.*/, "")}\${string}\``;
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
