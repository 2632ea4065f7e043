import { flatten } from "../document/flat-schema.js";
import { operationsOf, type DocumentOperation } from "../document/operations.js";
import type { Schema } from "../document/schema.js";
import { answerGet } from "./answer-resource.js";
import { rolesOf, type Collection } from "./collections.js";
import { completeValue, type Json } from "./complete-value.js";
import type { FakeContext } from "./context.js";
import type { Entry } from "./store.js";

/**
 * A resource as a list shows it that has it in a member, and what is below it in others, as `?expand=info,status` has: `status` is
 * what the path below the resource shows, `info` has members of the resource. Undefined where a list shows the resource itself.
 */
export function expandedItem(
  context: FakeContext,
  collection: Collection,
  schema: Schema,
  entry: Entry,
): Json | undefined {
  const { properties: own = {} } = flatten(collection.item);
  const members = Object.entries(flatten(schema).properties ?? {});
  if (members.length === 0 || members.some(([name]) => name in own)) return undefined;
  const shown = members.map(([name, member]): readonly [string, unknown] => {
    const below = getBelow(collection, name);
    if (below) return [name, answerBelow(context, collection, below, entry)];
    const names = Object.keys(flatten(member).properties ?? {});
    return [name, names.some((one) => one in own) ? completeValue(member, entry.item) : undefined];
  });
  return completeValue(schema, Object.fromEntries(shown)) as Json;
}

function getBelow(
  { segments, parameter, document }: Collection,
  name: string,
): DocumentOperation | undefined {
  const wanted = [...segments, `{${parameter}}`, name].join("/");
  const { roleOf } = rolesOf(document);
  return operationsOf(document).find(
    (one) => one.method === "GET" && one.segments.join("/") === wanted && roleOf(one) === "get",
  );
}

function answerBelow(
  context: FakeContext,
  { parameter }: Collection,
  operation: DocumentOperation,
  { key }: Entry,
): unknown {
  const path = { ...context.parameters.path, [parameter]: key };
  return answerGet({ ...context, operation, parameters: { ...context.parameters, path } }, undefined).body;
}
