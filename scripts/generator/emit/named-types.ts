import type * as TypeScript from "typescript";
import { ts } from "./openapi-typescript.js";

/** Types under names of their own, and what openapi-typescript printed with those names in place of the types. */
export interface NamedTypes {
  readonly declarations: readonly TypeScript.TypeAliasDeclaration[];
  readonly statements: readonly TypeScript.Statement[];
}

type Property = TypeScript.PropertySignature;
type MapProperty = (property: Property, name: string) => Property;

/**
 * Declares every component schema as a type: `Integration` for `components["schemas"]["Integration"]`. The query
 * parameters of operations become types too, under the names given by the operations' ids. openapi-typescript prints
 * all of these in place, and an editor would then show the whole of a type where its name says more.
 */
export function nameTypes(
  statements: readonly TypeScript.Statement[],
  queryNames: ReadonlyMap<string, string>,
): NamedTypes {
  const schemas: TypeScript.TypeAliasDeclaration[] = [];
  const queries: TypeScript.TypeAliasDeclaration[] = [];

  const nameSchema: MapProperty = (schema, name) => nameType(schema, name, schemas);
  const nameQuery =
    (operationId: string): MapProperty =>
    (parameters, place) => {
      const name = queryNames.get(operationId);
      return name === undefined || place !== "query" ? parameters : nameType(parameters, name, queries);
    };

  const named = statements.map((statement) => {
    if (!ts.isInterfaceDeclaration(statement)) return statement;
    switch (statement.name.text) {
      case "components":
        return mapProperties(statement, within("schemas", nameSchema));
      case "operations":
        return mapProperties(statement, (operation, id) =>
          mapType(operation, within("parameters", nameQuery(id))),
        );
      default:
        return statement;
    }
  });
  return { declarations: [...schemas, ...queries], statements: named };
}

/** Declares the type of a property, with the property's comment, and puts the name in its place. */
function nameType(
  property: Property,
  name: string,
  declarations: TypeScript.TypeAliasDeclaration[],
): Property {
  if (!property.type) return property;
  const { factory } = ts;
  const exported = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  const declaration = factory.createTypeAliasDeclaration(exported, name, undefined, property.type);
  declarations.push(ts.setSyntheticLeadingComments(declaration, ts.getSyntheticLeadingComments(property)));
  return ts.setSyntheticLeadingComments(withType(property, factory.createTypeReferenceNode(name)), undefined);
}

function within(name: string, map: MapProperty): MapProperty {
  return (property, found) => (found === name ? mapType(property, map) : property);
}

function mapType(property: Property, map: MapProperty): Property {
  const { type } = property;
  return type && ts.isTypeLiteralNode(type) ? withType(property, mapProperties(type, map)) : property;
}

function mapProperties<T extends TypeScript.InterfaceDeclaration | TypeScript.TypeLiteralNode>(
  holder: T,
  map: MapProperty,
): T {
  const visit = (node: TypeScript.Node): TypeScript.Node =>
    ts.isPropertySignature(node) ? map(node, nameOf(node)) : node;
  return ts.visitEachChild(holder, visit, undefined);
}

function withType(property: Property, type: TypeScript.TypeNode): Property {
  const { modifiers, name, questionToken } = property;
  return ts.factory.updatePropertySignature(property, modifiers, name, questionToken, type);
}

function nameOf({ name }: Property): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) ? name.text : "";
}
