import { flatten } from "../../document/flat-schema.js";
import type { Schema } from "../../document/schema.js";
import { isObject, type Json } from "../complete-value.js";
import type { FakeContext, Target } from "../context.js";
import { createNew } from "../create-new.js";
import { valueAt } from "../keys.js";
import { checkedKey } from "../new-key.js";
import { keepReadOnly } from "../read-only.js";
import { saveResource } from "../save-resource.js";
import { resourceOf } from "../subject.js";

/** The member that says what is to be done with an item: `SET`, which is usual, or `DELETE`. */
const OPERATION = "operation";

/** Creates the resources in the `data` of a body, as `acls:batch` does: all of them, or none. */
export function createBatch(context: FakeContext, target: Target): void {
  const { items, schema } = itemsIn(context);
  context.store.attempt(() => {
    for (const [index, item] of items.entries())
      createNew(context, target, item, { schema, way: ["data", String(index)] });
  });
}

/** Sets the resources in the `data` of a body, or deletes them, as `configs:alter` does: all of them, or none. */
export function alterItems(context: FakeContext, target: Target): void {
  const { items, schema } = itemsIn(context);
  const { store } = context;
  const { collection, path } = target;
  const isOperation = !(OPERATION in (flatten(collection.item).properties ?? {}));
  store.attempt(() => {
    for (const [index, item] of items.entries()) {
      const key = checkedKey(collection, item, ["data", String(index)]);
      if (key === undefined) continue;
      const { [OPERATION]: operation, ...members } = item;
      const change = isOperation ? members : item;
      if (isOperation && operation === "DELETE") store.delete(path, key);
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

function itemsIn({ body }: FakeContext): { readonly items: readonly Json[]; readonly schema: Schema } {
  const data = valueAt(body.value, ["data"]);
  const items = Array.isArray(data) ? (data as readonly unknown[]).filter(isObject) : [];
  const declared = flatten(flatten(body.declared?.schema ?? {}).properties?.["data"] ?? {});
  return { items, schema: declared.items ?? {} };
}
