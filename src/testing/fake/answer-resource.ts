import { flatten, typeOf } from "../document/flat-schema.js";
import type { Schema } from "../document/schema.js";
import { rolesOf } from "./collections.js";
import { successOf } from "./success.js";
import type { Json } from "./complete-value.js";
import { pathTo, type FakeAnswer, type FakeContext, type Target } from "./context.js";
import { createNew } from "./create-new.js";
import { isJsonPatch } from "./json-patch-body.js";
import { patchResource } from "./patch-resource.js";
import { notFound } from "./refusal.js";
import { replaceResource, saveResource } from "./save-resource.js";
import { inWordsOf } from "./same-member.js";
import { shown, type View } from "./show-resource.js";
import { existing, subjectOf, type Subject } from "./subject.js";

export function answerGet(context: FakeContext, target: Target | undefined): FakeAnswer {
  const subject = subjectOf(context, target);
  const current = existing(subject);
  if (current.file) return { file: current.file };
  return shown(context, viewsOf(subject, current.item));
}

export function answerPatch(context: FakeContext, target: Target | undefined): FakeAnswer {
  const subject = subjectOf(context, target);
  const { item } = existing(subject);
  const { body, operation } = context;
  const { item: schema, collection } = subject;
  const patch = isJsonPatch(body)
    ? body
    : { ...body, value: inWordsOf(body.value, sentSchema(context), schema) };
  const { document } = operation;
  const patched = patchResource(patch, { item, schema, document, keyPath: collection?.keyPath ?? [] });
  return shown(context, viewsOf(subject, saveResource(context, subject, patched)));
}

export function answerPut(context: FakeContext, target: Target | undefined): FakeAnswer {
  const subject = subjectOf(context, target);
  const { value, contentType } = context.body;
  const isNew = !subject.current;
  if (isNew && subject.collection?.operations.create) throw notFound(subject.name);
  const location = pathTo(context, context.operation.segments.length);
  if (value instanceof Uint8Array && target?.key !== undefined) {
    context.store.set(target.path, { key: target.key, item: {}, file: { bytes: value, contentType } });
    return { ...shown(context, viewsOf(subject, {})), location };
  }
  const sent = sentSchema(context);
  if (isNew && target?.key !== undefined) {
    const { item } = context.store.attempt(() => createNew(context, target, value, { schema: sent }));
    return { ...shown(context, viewsOf(subject, item)), location };
  }
  const change = inWordsOf(value, sent, subject.item);
  return shown(context, viewsOf(subject, replaceResource(context, subject, change, sent)));
}

export function answerDelete(context: FakeContext, target: Target | undefined): FakeAnswer {
  // A permanent deletion is of what was deleted, too.
  const isPermanent = context.parameters.query["permanent"] === true;
  const query = isPermanent ? { ...context.parameters.query, deleted: true } : context.parameters.query;
  const subject = subjectOf({ ...context, parameters: { ...context.parameters, query } }, target);
  const { item, key } = existing(subject);
  const keys = target && shownKeys(context, key);
  subject.remove();
  if (keys !== undefined) return { body: keys };
  return shown(context, viewsOf(subject, item));
}

/** The key of what is deleted, or the keys of what is below it, where a response has numbers: those of versions. */
function shownKeys(context: FakeContext, key: string): number | readonly number[] | undefined {
  const { operation, store } = context;
  const schema = flatten(successOf(operation).content?.schema ?? {});
  const isNumber = (one: Schema): boolean => ["integer", "number"].includes(typeOf(flatten(one)) ?? "");
  if (isNumber(schema)) return Number(key);
  if (typeOf(schema) !== "array" || !isNumber(schema.items ?? {})) return undefined;
  const { segments, document } = operation;
  const below = rolesOf(document).collections.find(
    (one) =>
      one.segments.length === segments.length + 1 &&
      segments.every((segment, index) => segment === one.segments[index]),
  );
  const path = `${pathTo(context, segments.length)}/${below?.segments.at(-1) ?? ""}`;
  return store.entries(path).map((entry) => Number(entry.key));
}

/** What a response can show: what was asked for, and what it is a part of. */
function viewsOf({ item: schema, whole }: Subject, item: Json): readonly View[] {
  return [{ schema, item }, ...(whole ? [whole()] : [])];
}

function sentSchema({ body }: FakeContext): Schema {
  return body.declared?.schema ?? {};
}
