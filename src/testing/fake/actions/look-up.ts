import { flatten } from "../../document/flat-schema.js";
import type { DocumentOperation } from "../../document/operations.js";
import { parameterOf } from "../../document/path-template.js";
import { rolesOf, type Collection } from "../collections.js";
import { successOf } from "../success.js";
import { completeValue, isObject } from "../complete-value.js";
import { pathTo, type FakeAnswer, type FakeContext } from "../context.js";
import { notFound } from "../refusal.js";
import { isSame } from "../same-json.js";
import type { Entry } from "../store.js";
import { usualMembers } from "../usual-members.js";

/**
 * Looks for what is below a resource and says what was sent: a `POST` to `/subjects/{subject}` is for the version that has the schema
 * of its body. Undefined for another kind of action.
 *
 * @throws {Refusal} 404
 */
export function lookUp(context: FakeContext): FakeAnswer | undefined {
  const { operation, store, body } = context;
  const schema = successOf(operation).content?.schema ?? {};
  const { value } = body;
  const collection = lookedUpIn(operation);
  if (!collection || !isObject(value)) return undefined;
  const { properties = {} } = flatten(collection.item);
  const said = Object.entries(value).filter(([name]) => name in properties);
  const usual = usualMembers(collection.item);
  const isMeant = ({ item }: Entry): boolean =>
    said.every(([name, member]) => isSame(member, item[name] ?? usual[name]));
  const path = `${pathTo(context, operation.segments.length)}/${collection.segments.at(-1) ?? ""}`;
  const found = store.entries(path).findLast(isMeant);
  if (!found) throw notFound(`What was sent, in /${path},`);
  return { body: completeValue(schema, found.item) };
}

/** The collection below a resource in which an operation looks: its response shows one of them, and not the resource. */
export function lookedUpIn(operation: DocumentOperation): Collection | undefined {
  const { segments, document, method } = operation;
  const { content } = successOf(operation);
  if (method !== "POST" || parameterOf(segments.at(-1) ?? "") === undefined || !content?.schema)
    return undefined;
  const shown = flatten(content.schema);
  const { collections, collectionAt } = rolesOf(document);
  const own = collectionAt(segments.slice(0, -1));
  if (own?.operations.get && flatten(own.item) === shown) return undefined;
  return collections.find(
    (one) =>
      one.segments.length === segments.length + 1 &&
      segments.every((segment, index) => segment === one.segments[index]) &&
      flatten(one.item) === shown,
  );
}
