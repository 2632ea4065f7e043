import type * as TypeScript from "typescript";
import { comment } from "./comment.js";
import { joinIndexSignature } from "./index-signature.js";
import { ts } from "./openapi-typescript.js";

const printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed });
const file = ts.createSourceFile("module.ts", "", ts.ScriptTarget.ESNext);

/**
 * Prints a type of openapi-typescript.
 *
 * @param used receives the names of the types that are mentioned
 */
export function printType(node: TypeScript.Node, used = new Set<string>()): string {
  const polish = (part: TypeScript.Node): TypeScript.Node => {
    const name = schemaNameOf(part);
    if (name !== undefined) {
      used.add(name);
      return ts.factory.createTypeReferenceNode(name);
    }
    if (ts.isTypeReferenceNode(part) && ts.isIdentifier(part.typeName)) used.add(part.typeName.text);
    if (ts.isPropertySignature(part) && ts.isNumericLiteral(part.name))
      return polish(withTextName(part, part.name.text));
    return polishComment(joinIndexSignature(ts.visitEachChild(part, polish, undefined)));
  };
  return printer.printNode(ts.EmitHint.Unspecified, polish(node), file);
}

/** A property named `"1"`: its key is that text, where that of `1` would be a number, which no text is assignable to. */
function withTextName(property: TypeScript.PropertySignature, name: string): TypeScript.PropertySignature {
  const { modifiers, questionToken, type } = property;
  return ts.factory.updatePropertySignature(
    property,
    modifiers,
    ts.factory.createStringLiteral(name),
    questionToken,
    type,
  );
}

/** `Integration` of `components["schemas"]["Integration"]`. */
function schemaNameOf(node: TypeScript.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return undefined;
  return literalOf(node.objectType.indexType) === "schemas" ? literalOf(node.indexType) : undefined;
}

function literalOf(node: TypeScript.TypeNode): string | undefined {
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? node.literal.text : undefined;
}

/** Prints comments as `comment` does. */
function polishComment<T extends TypeScript.Node>(node: T): T {
  const comments = ts.getSyntheticLeadingComments(node)?.flatMap((synthetic) => {
    const text = textOf(synthetic.text);
    return text === "" ? [] : [{ ...synthetic, text: comment(text).trim().slice("/*".length, -"*/".length) }];
  });
  return comments ? ts.setSyntheticLeadingComments(node, comments) : node;
}

/**
 * The text in a comment of openapi-typescript, which indents all lines but the first by four, and adds `@enum {string}`
 * where the type says as much.
 */
function textOf(synthetic: string): string {
  const lines = synthetic.includes("\n")
    ? synthetic
        .split("\n")
        .slice(1, -1)
        .map((line) => line.slice(" * ".length))
    : [synthetic.slice("*".length).trim()];
  const own = lines.at(-1)?.startsWith("@enum {") ? lines.slice(0, -1) : lines;
  return own.map((line) => line.replace(/^ {4}/, "")).join("\n");
}
