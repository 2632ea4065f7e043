import { flatten } from "../document/flat-schema.js";
import { propertiesOf } from "../document/properties.js";
import type { Schema } from "../document/schema.js";
import { isObject, type Json } from "./complete-value.js";
import { pathMembers, queryMembers, replacementsIn, type FakeContext, type Target } from "./context.js";
import { createBelow, createVersion } from "./create-below.js";
import { checkNames, createResource } from "./create-resource.js";
import { schemaAt, valueAt, withValueAt } from "./keys.js";
import { checkedKey, checkNewKey } from "./new-key.js";
import { withoutReadOnly } from "./read-only.js";
import { findSame } from "./find-same.js";
import { inWordsOf } from "./same-member.js";
import type { Entry } from "./store.js";

/** What was created, with what was said of it. */
export interface Created extends Entry {
  readonly given: Json;
}

/** How a resource was sent. */
export interface SentSchema {
  readonly schema: Schema;
  /** The way to it in the body. */
  readonly way?: readonly string[];
}

/**
 * Creates a resource with what the body, the path and the query say of it, and what is below it. It may throw after a part of
 * that: `Store.attempt` takes it back.
 *
 * @param target with the key, where the path says it
 * @throws {Refusal} for a key or a name that is taken, and for a key that no path leads to
 */
export function createNew(
  context: FakeContext,
  target: Target,
  sent: unknown,
  { schema, way = [] }: SentSchema,
): Created {
  const { store, now, operation } = context;
  const { collection, path } = target;
  const { item, keyPath } = collection;
  const own = {
    ...queryMembers(context, item),
    ...withoutReadOnly(item, inWordsOf(isObject(sent) ? sent : {}, schema, item) as Json),
    ...pathMembers(context, propertiesOf(item)),
  };
  const inner = target.key === undefined ? innerKey(own, keyPath, schema) : undefined;
  const given = inner === undefined ? own : withValueAt(own, keyPath, inner);
  const options = { add: "service", now, replace: replacementsIn(context) } as const;
  if (target.key === undefined) {
    const known = checkedKey(collection, given, way);
    const version = known && createVersion({ collection, path, given, store, options, key: known });
    if (version) return { ...version, given };
    checkNewKey(collection, path, { given, store, way });
  }
  const entries = store.entries(path);
  const { same, shared } = findSame(context, target, given, schema);
  if (same) return { ...same, given };
  checkNames(operation, given, entries);
  const creation = { ...target, collection, given: { ...shared, ...given }, store, options };
  const { key, item: created } = createResource(creation);
  createBelow({ ...creation, key });
  return { key, item: created, given };
}

/** The key that a member of a resource has to say, as the config of a connector says the connector's name. */
function innerKey(given: Json, keyPath: readonly string[], schema: Schema): unknown {
  const [name, ...more] = keyPath;
  const { properties = {} } = flatten(schema);
  if (name === undefined || more.length > 0 || !(name in properties)) return undefined;
  if (flatten(schemaAt(schema, keyPath)).readOnly === true || valueAt(given, keyPath) !== undefined)
    return undefined;
  const holder = Object.entries(properties).find(([, property]) =>
    flatten(property).required?.includes(name),
  );
  return holder && valueAt(given, [holder[0], name]);
}
