import type * as TypeScript from "typescript";
import { ts } from "./openapi-typescript.js";

const printer = ts.createPrinter();
const file = ts.createSourceFile("module.ts", "", ts.ScriptTarget.ESNext);

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
  const types = node.types.flatMap(unwrapped).filter(({ kind }) => kind !== ts.SyntaxKind.UnknownKeyword);
  const [only] = types;
  if (only && types.length === 1) return only;

  const literals = types.filter(ts.isTypeLiteralNode);
  const members = literals.flatMap((type) => [...type.members]);
  const signatures = members.filter(ts.isIndexSignatureDeclaration);
  if (signatures.length === 0) return ts.factory.createIntersectionTypeNode(types);
  const others = types.filter((type) => !ts.isTypeLiteralNode(type));
  const properties = intersected(members.filter(ts.isPropertySignature));
  const signature = widened(signatures, properties, others);
  const joined = ts.factory.createTypeLiteralNode([...properties, signature]);
  return others.length === 0 ? joined : ts.factory.createIntersectionTypeNode([...others, joined]);
}

/** Properties of several objects as those of one: one that several have is of all their types. */
function intersected(
  properties: readonly TypeScript.PropertySignature[],
): readonly TypeScript.PropertySignature[] {
  const found = new Map<string, TypeScript.PropertySignature>();
  for (const property of properties) {
    const key = printer.printNode(ts.EmitHint.Unspecified, property.name, file);
    const other = found.get(key);
    found.set(key, other ? both(other, property) : property);
  }
  return [...found.values()];
}

function both(
  first: TypeScript.PropertySignature,
  second: TypeScript.PropertySignature,
): TypeScript.PropertySignature {
  const types = [first.type, second.type].filter((type) => type !== undefined);
  return ts.factory.updatePropertySignature(
    first,
    first.modifiers,
    first.name,
    first.questionToken && second.questionToken,
    ts.factory.createIntersectionTypeNode(types),
  );
}

/** An object, or the members of an intersection, without the parentheses that it has among others. */
function unwrapped(type: TypeScript.TypeNode): readonly TypeScript.TypeNode[] {
  const inner = ts.isParenthesizedTypeNode(type) ? type.type : type;
  if (ts.isIntersectionTypeNode(inner)) return inner.types.flatMap(unwrapped);
  return [ts.isTypeLiteralNode(inner) ? inner : type];
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
  const named = properties.flatMap(({ type, questionToken }) => [
    ...(type ? [type] : []),
    ...(questionToken ? [factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword)] : []),
  ]);
  const inherited = others.map((type) => {
    // A union may have members without properties of their own, such as a string: those have no part in an object.
    const object = factory.createTypeReferenceNode("Extract", [
      type,
      factory.createKeywordTypeNode(ts.SyntaxKind.ObjectKeyword),
    ]);
    const keys = factory.createTypeOperatorNode(ts.SyntaxKind.KeyOfKeyword, object);
    return factory.createIndexedAccessTypeNode(object, keys);
  });
  const isAnything = [...said, ...named].some(({ kind }) => kind === ts.SyntaxKind.UnknownKeyword);
  const type = isAnything
    ? factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword)
    : union([...said, ...named, ...inherited]);
  return factory.updateIndexSignature(first, first.modifiers, first.parameters, type);
}

/** A union with no member twice. */
function union(types: readonly TypeScript.TypeNode[]): TypeScript.TypeNode {
  const flat = types.flatMap((type) => (ts.isUnionTypeNode(type) ? [...type.types] : [type]));
  const distinct = new Map(
    flat.map((type) => [printer.printNode(ts.EmitHint.Unspecified, type, file), type]),
  );
  const [only, ...more] = distinct.values();
  return only && more.length === 0 ? only : ts.factory.createUnionTypeNode([...distinct.values()]);
}
