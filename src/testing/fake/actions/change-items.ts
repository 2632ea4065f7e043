import { flatten, typeOf } from "../../document/flat-schema.js";
import { propertiesOf } from "../../document/properties.js";
import type { Schema } from "../../document/schema.js";
import { isObject, type Json } from "../complete-value.js";
import { contentFor } from "../../document/media-types.js";
import type { FakeContext, Target } from "../context.js";
import { createNew } from "../create-new.js";
import { valueAt } from "../keys.js";
import { checkedKey } from "../new-key.js";
import { keepReadOnly } from "../read-only.js";
import { saveResource } from "../save-resource.js";
import { resourceOf } from "../subject.js";

/** The member that says what is to be done with an item: `SET`, which is usual, or `DELETE`. */
const OPERATION = "operation";
const SET = "SET";
const DELETE = "DELETE";

/**
 * Creates the resources that a body lists, as `acls:batch` does in its `data`, or by itself: all of them, or none. Where the items
 * say something else than a creation does, such as a method for each, they are no resources.
 *
 * @returns what was created; undefined where there are no resources
 */
export function createBatch(context: FakeContext, target: Target): readonly Json[] | undefined {
  const { items, schema, way } = Array.isArray(context.body.value) ? itemsOf(context) : itemsIn(context);
  const { create } = target.collection.operations;
  const sent = contentFor(create?.body?.content ?? {}, "application/json")?.schema ?? {};
  if (!create || !saysOnly(schema, sent)) return undefined;
  return context.store.attempt(() =>
    items.map((one, index) => {
      const { given, item } = createNew(context, target, one, { schema, way: [...way, String(index)] });
      return { ...given, ...item };
    }),
  );
}

/**
 * Sets the resources in the `data` of a body, or deletes them, as `configs:alter` does: all of them, or none. Items that say
 * something else than resources do, or another operation, are not for it.
 */
export function alterItems(context: FakeContext, target: Target): void {
  const { items, schema } = itemsIn(context);
  const { store } = context;
  const { collection, path } = target;
  const { [OPERATION]: asked, ...others } = propertiesOf(schema);
  const isOperation = !(OPERATION in propertiesOf(collection.item));
  if (!saysOnly({ properties: others }, collection.item) || (isOperation && !setsOrDeletes(asked))) return;
  store.attempt(() => {
    for (const [index, item] of items.entries()) {
      const key = checkedKey(collection, item, ["data", String(index)]);
      if (key === undefined) continue;
      const { [OPERATION]: operation, ...members } = item;
      const change = isOperation ? members : item;
      if (isOperation && operation === DELETE) store.delete(path, key);
      else if (!store.get(path, key)) createNew(context, { ...target, key }, change, { schema });
      else {
        const subject = resourceOf(context, { collection, path, key });
        const before = subject.current?.item;
        const changed = keepReadOnly(collection.item, before, { ...before, ...change });
        saveResource(context, subject, changed as Json);
      }
    }
  });
}

function saysOnly(schema: Schema, other: Schema): boolean {
  const known = propertiesOf(other);
  const names = Object.keys(propertiesOf(schema));
  return names.length > 0 && names.every((name) => name in known);
}

/** Whether a member is the operation on an item; where there is none, all items are set. */
function setsOrDeletes(member: Schema | undefined): boolean {
  if (!member) return true;
  const schema = flatten(member);
  const values = [...(schema.enum ?? []), ...(schema["x-extensible-enum"] ?? [])];
  return (
    typeOf(schema) === "string" && (values.length === 0 || values.includes(SET) || values.includes(DELETE))
  );
}

/** Several resources, and where they are in a body. */
interface Listed {
  readonly items: readonly Json[];
  readonly schema: Schema;
  readonly way: readonly string[];
}

function itemsOf({ body }: FakeContext): Listed {
  const items = Array.isArray(body.value) ? (body.value as readonly unknown[]).filter(isObject) : [];
  return { items, schema: flatten(body.declared?.schema ?? {}).items ?? {}, way: [] };
}

function itemsIn({ body }: FakeContext): Listed {
  const data = valueAt(body.value, ["data"]);
  const items = Array.isArray(data) ? (data as readonly unknown[]).filter(isObject) : [];
  const declared = flatten(flatten(body.declared?.schema ?? {}).properties?.["data"] ?? {});
  return { items, schema: declared.items ?? {}, way: ["data"] };
}
