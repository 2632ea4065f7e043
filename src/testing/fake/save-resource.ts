import type { Schema } from "../document/schema.js";
import { checkImmutable, touched } from "./change-resource.js";
import { completeValue, isObject, type Json } from "./complete-value.js";
import { replacementsIn, type FakeContext } from "./context.js";
import { checkNames } from "./create-resource.js";
import { valueAt, withValueAt } from "./keys.js";
import { replaced } from "./replace-resource.js";
import { existing, type Subject } from "./subject.js";

/**
 * Keeps a resource that was changed.
 *
 * @returns the resource as it is kept
 * @throws {Refusal} 409 for a name that another has
 */
export function saveResource(context: FakeContext, subject: Subject, changed: Json): Json {
  const options = { now: context.now, replace: replacementsIn(context) };
  const merged = withKeyOf(subject, changed);
  const completed = completeValue(subject.item, merged, options);
  checkNames(context.operation, merged, subject.others, subject.current?.item);
  const item = touched(subject.item, isObject(completed) ? completed : merged, context.now);
  subject.save(item);
  return item;
}

/** Puts what was sent in the place of a resource that is there. */
export function replaceResource(context: FakeContext, subject: Subject, change: unknown, sent: Schema): Json {
  const { item: before } = existing(subject);
  const { item: schema, collection } = subject;
  checkImmutable(schema, before, change);
  const named = [...Object.keys(context.parameters.path), ...(collection?.keyPath.slice(0, 1) ?? [])];
  return saveResource(context, subject, replaced({ schema, before, change, sent, named }));
}

/** A change leaves a resource where it is, whatever it says of its key. */
function withKeyOf({ collection, current }: Subject, changed: Json): Json {
  const { keyPath = [] } = collection ?? {};
  const key = valueAt(current?.item, keyPath);
  return keyPath.length === 0 || key === undefined ? changed : withValueAt(changed, keyPath, key);
}
