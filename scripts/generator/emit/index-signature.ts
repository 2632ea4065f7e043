import type * as TypeScript from "typescript";
import { ts } from "./openapi-typescript.js";

/**
 * Joins what openapi-typescript intersects: `{ kind: K } & { [key: string]: V }` becomes `{ kind: K; [key: string]: V | K }`.
 *
 * In an intersection every property has to be a `V` as well, so that no literal is assignable to it. TypeScript has no
 * words for "any other key". So the index signature takes in what the named properties may be: all that is valid can be
 * written, and what is read under another name may be one type too many, but never one too few.
 */
export function joinIndexSignature(node: TypeScript.Node): TypeScript.Node {
  if (!ts.isIntersectionTypeNode(node)) return node;
  // Of an object, nothing may be left to be read or written: then it adds nothing.
  const types = node.types.filter(({ kind }) => kind !== ts.SyntaxKind.UnknownKeyword);
  const [only] = types;
  if (only && types.length === 1) return only;

  const literals = types.filter(ts.isTypeLiteralNode);
  const members = literals.flatMap((type) => [...type.members]);
  const signatures = members.filter(ts.isIndexSignatureDeclaration);
  if (signatures.length === 0) return ts.factory.createIntersectionTypeNode(types);
  const others = types.filter((type) => !ts.isTypeLiteralNode(type));
  const properties = members.filter((member) => !ts.isIndexSignatureDeclaration(member));
  const signature = widened(signatures, properties.filter(ts.isPropertySignature), others);
  const joined = ts.factory.createTypeLiteralNode([...properties, signature]);
  return others.length === 0 ? joined : ts.factory.createIntersectionTypeNode([...others, joined]);
}

/** One signature in the place of several, for the named properties too. */
function widened(
  signatures: readonly TypeScript.IndexSignatureDeclaration[],
  properties: readonly TypeScript.PropertySignature[],
  others: readonly TypeScript.TypeNode[],
): TypeScript.IndexSignatureDeclaration {
  const { factory } = ts;
  const [first] = signatures as [TypeScript.IndexSignatureDeclaration];
  const said = signatures.map(({ type }) => type);
  const isAnything = said.some(({ kind }) => kind === ts.SyntaxKind.UnknownKeyword);
  const named = properties.flatMap(({ type, questionToken }) => [
    ...(type ? [type] : []),
    ...(questionToken ? [factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword)] : []),
  ]);
  const inherited = others.map((type) =>
    factory.createIndexedAccessTypeNode(
      type,
      factory.createTypeOperatorNode(ts.SyntaxKind.KeyOfKeyword, type),
    ),
  );
  const type = isAnything
    ? factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword)
    : union([...said, ...named, ...inherited]);
  return factory.updateIndexSignature(first, first.modifiers, first.parameters, type);
}

const printer = ts.createPrinter();
const file = ts.createSourceFile("module.ts", "", ts.ScriptTarget.ESNext);

/** A union with no member twice. */
function union(types: readonly TypeScript.TypeNode[]): TypeScript.TypeNode {
  const flat = types.flatMap((type) => (ts.isUnionTypeNode(type) ? [...type.types] : [type]));
  const distinct = new Map(
    flat.map((type) => [printer.printNode(ts.EmitHint.Unspecified, type, file), type]),
  );
  const [only, ...more] = distinct.values();
  return only && more.length === 0 ? only : ts.factory.createUnionTypeNode([...distinct.values()]);
}
