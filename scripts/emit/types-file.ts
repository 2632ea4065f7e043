import type * as TypeScript from "typescript";
import { printImports, type Runtime } from "./imports.js";
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
  runtime: Runtime,
): TypesFile {
  const wanted = types.statements.filter((statement) => !EMPTY.has(declaredName(statement) ?? ""));
  const { declarations, statements } = nameTypes(wanted, queryNames);
  const used = new Set<string>();
  const printed = [...declarations, ...statements].map(
    (statement) => `${printType(exported(statement), used)}\n`,
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

/** openapi-typescript keeps its helper `WithRequired` to itself, but the types of methods mention it as well. */
function exported(statement: TypeScript.Statement): TypeScript.Statement {
  if (!ts.isTypeAliasDeclaration(statement) || statement.name.text !== "WithRequired") return statement;
  const { name, typeParameters, type } = statement;
  const modifiers = [ts.factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  const declaration = ts.factory.updateTypeAliasDeclaration(statement, modifiers, name, typeParameters, type);
  const text = "* `T`, of which the properties `K` are sure to be there. ";
  return ts.addSyntheticLeadingComment(declaration, ts.SyntaxKind.MultiLineCommentTrivia, text, true);
}
