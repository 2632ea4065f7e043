import type * as TypeScript from "typescript";
import { printImports, type ImportMap } from "./imports.js";
import { nameTypes } from "./named-types.js";
import { ts, type Types } from "./openapi-typescript.js";
import { printType } from "./print-types.js";

/** The file of types, and the names that it exports. */
export interface TypesFile {
  readonly text: string;
  readonly names: ReadonlySet<string>;
}

/** openapi-typescript prints these of any document. OpenAPI 3.0 has neither. */
const EMPTY = new Set(["webhooks", "$defs"]);

export function typesFile(
  types: Types,
  queryNames: ReadonlyMap<string, string>,
  runtime: ImportMap,
): TypesFile {
  const wanted = types.statements.filter((statement) => !EMPTY.has(declaredName(statement) ?? ""));
  const { declarations, statements } = nameTypes(wanted, queryNames);
  const used = new Set<string>();
  const printed = [...declarations, ...statements].map((statement) =>
    declaredName(statement) === "WithRequired" ? WITH_REQUIRED : `${printType(statement, used)}\n`,
  );
  const names = [...declarations, ...statements].map(declaredName).filter((name) => name !== undefined);
  return {
    text: [printImports(used, runtime, new Set()), ...printed].filter((part) => part !== "").join("\n"),
    names: new Set(names),
  };
}

function declaredName(statement: TypeScript.Statement): string | undefined {
  return ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)
    ? statement.name.text
    : undefined;
}

/**
 * In the place of openapi-typescript's helper of that name: it keeps that to itself, but the types of methods mention it as
 * well; and it would refuse a type that may be null, of which an `allOf` leaves what is not.
 */
const WITH_REQUIRED = `/** \`T\`, of which the properties \`K\` are sure to be there. */
export type WithRequired<T, K extends keyof NonNullable<T>> = NonNullable<T> & {
    [P in K]-?: NonNullable<T>[P];
};
`;
