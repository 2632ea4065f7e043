import { examplesOf } from "../document/example-value.js";
import type { DocumentOperation } from "../document/operations.js";
import type { Collection } from "./collections.js";
import { listShapeOf } from "./list-shape.js";
import { successOf } from "./success.js";
import { isObject } from "./complete-value.js";
import { valueAt } from "./keys.js";

/** The example that a document has for the response to an operation; undefined where it has none. */
export function shownExample(operation: DocumentOperation): unknown {
  const { content } = successOf(operation);
  return content && examplesOf(content)[0];
}

const examples = new WeakMap<Collection, { readonly value: unknown }>();

/** The example of a resource as a response shows it: of what was just created, else of one that is read or listed. */
export function exampleResource(collection: Collection): unknown {
  let example = examples.get(collection);
  if (!example) examples.set(collection, (example = { value: findExample(collection) }));
  return example.value;
}

function findExample({ operations }: Collection): unknown {
  const { create, get, list } = operations;
  const shown = [create, get].map((one) => one && shownExample(one));
  return [...shown, list && firstListed(list)].find(isObject);
}

function firstListed(list: DocumentOperation): unknown {
  const example = shownExample(list);
  const { member } = listShapeOf(list) ?? {};
  const items = member === undefined ? example : valueAt(example, [member]);
  return Array.isArray(items) ? (items as readonly unknown[])[0] : undefined;
}
