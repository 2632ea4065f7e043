import { createRequire } from "node:module";
import type * as TypeScript from "typescript";
import { withInherited } from "../document/inherited.js";
import type { ReadAs, Schema } from "../document/openapi.js";
import type { PrintableSchema } from "./printable.js";

/*
 * openapi-typescript without its command and its bundler, which take half of its time: only its own modules of what is
 * used are loaded, since its entry loads the bundler as well. They are loaded as CommonJS: an import of `typescript`
 * takes more than twice as long, as Node looks through all of it for export names.
 */
const load = createRequire(import.meta.url);

export const ts = load("typescript") as typeof TypeScript;

/*
 * The part of openapi-typescript 7 that is used. Its own declarations are not: they lead to those of its bundler, and
 * those to packages that it does not install.
 */
type TransformSchemaObject = (schema: object, options: Options) => TypeScript.TypeNode;
interface Options {
  readonly path: string;
  readonly ctx: Context;
}

/** openapi-typescript's options, those that it needs or that are not to be as usual, and what it gathers on its way. */
interface Context {
  /** An object of which nothing is said is a `Record<string, unknown>`, to which objects are assignable. */
  readonly emptyObjectsUnknown: true;
  /** None: unions are plain ones by now. */
  readonly discriminators: { readonly objects: object; readonly refsHandled: readonly string[] };
  /** Receives helper types; the one that there may be is `WithRequired`, which the client exports. */
  readonly injectFooter: TypeScript.Statement[];
  readonly transform: (schema: PrintableSchema, options: Options) => TypeScript.TypeNode | undefined;
  /** Asked for the properties that a schema has, as `required` beside a reference may name only these. */
  readonly resolve: (reference: string) => { readonly properties: object };
}

const { default: transformSchemaObject } = load("openapi-typescript/dist/transform/schema-object.cjs") as {
  readonly default: TransformSchemaObject;
};

type Schemas = Readonly<Record<string, Schema>>;

/** Makes the type of a schema that stands in a document. */
export type TypeOf = (schema: PrintableSchema) => TypeScript.TypeNode;

/** @param schemas the components of the document, which references lead to */
export function typesOf(schemas: Schemas): TypeOf {
  const ctx: Context = {
    emptyObjectsUnknown: true,
    discriminators: { objects: {}, refsHandled: [] },
    injectFooter: [],
    transform: ownType,
    resolve: (reference) => ({ properties: propertiesOf({ $ref: reference }, schemas) }),
  };
  const options = { path: "#", ctx };
  return (schema) => ownType(schema, options) ?? transformSchemaObject(schema, options);
}

/** The properties of a schema, with those that it has through references and `allOf`. */
function propertiesOf(schema: Schema, schemas: Schemas): object {
  const ancestors = withInherited(schema, { components: { schemas } });
  return Object.assign({}, ...ancestors.map(({ properties }) => properties)) as object;
}

/** The types that OpenAPI or openapi-typescript has no words for. */
function ownType(schema: PrintableSchema, options: Options): TypeScript.TypeNode | undefined {
  const { factory } = ts;
  if (schema.prefixItems) return tupleType(schema, schema.prefixItems, options);
  if (schema["x-never"]) return factory.createKeywordTypeNode(ts.SyntaxKind.NeverKeyword);
  if (schema["x-nothing"]) return orNull(factory.createTypeLiteralNode([]), schema);
  if (isEmptyObject(schema)) return emptyObject();
  if (schema["x-file"]) return orNull(factory.createTypeReferenceNode("FilePart"), schema);
  if (schema["x-read-as"]) return readType(schema["x-read-as"], schema.items ?? {}, options);
  if (schema["x-unknown-kind"]) return factory.createTypeReferenceNode("UnknownKind");
  if (!schema["x-any-other"]) return undefined;
  const primitive = schema.type === "string" ? ts.SyntaxKind.StringKeyword : ts.SyntaxKind.NumberKeyword;
  const members = [factory.createKeywordTypeNode(primitive), factory.createTypeLiteralNode([])];
  return factory.createParenthesizedType(factory.createIntersectionTypeNode(members));
}

function orNull(type: TypeScript.TypeNode, { nullable }: PrintableSchema): TypeScript.TypeNode {
  const { factory } = ts;
  return nullable
    ? factory.createUnionTypeNode([type, factory.createLiteralTypeNode(factory.createNull())])
    : type;
}

/** What a body is read as that is neither JSON nor text. */
function readType(readAs: ReadAs, items: PrintableSchema, options: Options): TypeScript.TypeNode {
  const { factory } = ts;
  if (readAs === "blob") return factory.createTypeReferenceNode("Blob");
  return factory.createTypeReferenceNode("AsyncIterable", [transformSchemaObject(items, options)]);
}

/** Whether an object may hold nothing. */
function isEmptyObject({ type, properties = {}, additionalProperties, ...more }: PrintableSchema): boolean {
  const isClosed =
    type === "object" && additionalProperties === false && Object.keys(properties).length === 0;
  return isClosed && !(more.patternProperties ?? more.allOf ?? more.oneOf ?? more.anyOf ?? more.nullable);
}

/** `Record<string, never>` */
function emptyObject(): TypeScript.TypeNode {
  const { factory } = ts;
  return factory.createTypeReferenceNode("Record", [
    factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    factory.createKeywordTypeNode(ts.SyntaxKind.NeverKeyword),
  ]);
}

/** A tuple, of which only as many items are sure to be there as the schema demands. */
function tupleType(
  { items, minItems = 0, maxItems = Infinity }: PrintableSchema,
  first: readonly PrintableSchema[],
  options: Options,
): TypeScript.TypeNode {
  const { factory } = ts;
  const known = first.slice(0, maxItems).map((item, index) => {
    const type = transformSchemaObject(item, options);
    return index < minItems ? type : factory.createOptionalTypeNode(type);
  });
  if (maxItems <= first.length || items?.["x-never"]) return factory.createTupleTypeNode(known);
  const others = factory.createArrayTypeNode(transformSchemaObject(items ?? {}, options));
  return factory.createTupleTypeNode([...known, factory.createRestTypeNode(others)]);
}
