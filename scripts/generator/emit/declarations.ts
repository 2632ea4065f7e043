import type { OpenApiDocument } from "../document/openapi.js";
import { comment } from "./comment.js";
import { schemaComment } from "./describe.js";
import type { Method } from "./methods.js";
import type { TypeOf } from "./openapi-typescript.js";
import { printType } from "./print-types.js";
import { printableParameters, printableSchema, type PrintableSchema } from "./printable.js";

/** A type under a name of its own. */
export interface Declaration {
  readonly name: string;
  /** The comment and the type, as they are printed. */
  readonly text: string;
  /** The names of the types that it mentions. */
  readonly used: ReadonlySet<string>;
}

/** Each component schema as a type: `Integration`. */
export function models({ components }: OpenApiDocument, typeOf: TypeOf): readonly Declaration[] {
  return Object.entries(components.schemas).map(([name, schema]) =>
    declare(name, schemaComment(schema), printableSchema(schema), typeOf),
  );
}

/** The query parameters of each operation as a type that describes them one by one: `ListIntegrationsQuery`. */
export function queries(
  methods: readonly Method[],
  names: ReadonlyMap<string, string>,
  typeOf: TypeOf,
): readonly Declaration[] {
  return methods.flatMap(({ operation, query, httpMethod, path }) => {
    const name = names.get(operation.operationId);
    if (name === undefined) return [];
    const text = `The query parameters of \`${httpMethod.toUpperCase()} ${path}\`.`;
    return [declare(name, text, printableParameters(query), typeOf)];
  });
}

function declare(name: string, text: string, schema: PrintableSchema, typeOf: TypeOf): Declaration {
  const used = new Set<string>();
  const type = printType(typeOf(schema), used);
  return { name, text: `${text === "" ? "" : comment(text)}export type ${name} = ${type};\n`, used };
}
