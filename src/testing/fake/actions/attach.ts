import { parameterOf } from "../../document/path-template.js";
import { rolesOf, type Collection } from "../collections.js";
import { successOf } from "../success.js";
import { completeValue, isObject, type Json } from "../complete-value.js";
import type { FakeAnswer, FakeContext } from "../context.js";
import { createResource } from "../create-resource.js";
import { keyProblem } from "../keys.js";
import { conflict } from "../refusal.js";

/**
 * The members of a tag that say the type and the name of its entity, by the parameters of the entity's path. That they are the
 * same is in no document.
 */
const MEMBERS: Readonly<Record<string, string>> = { typeName: "entityType", qualifiedName: "entityName" };
/** The member that is its key there: the name of a tag, or of business metadata. */
const KEY = "typeName";

/**
 * Attaches what is sent to the entities that it names: `/entity/tags` to `/entity/type/{typeName}/name/{qualifiedName}/tags`. Undefined
 * for another kind of action.
 */
export function attach(context: FakeContext): FakeAnswer | undefined {
  const { operation, store, now, body } = context;
  const collection = listOf(context);
  if (!collection || !Array.isArray(body.value)) return undefined;
  const sent = (body.value as readonly unknown[]).filter(isObject);
  // An entity may be named by another id, of which the paths know nothing.
  if (!sent.every((one) => [KEY, ...Object.values(MEMBERS)].every((name) => isKey(one[name]))))
    return undefined;
  const schema = successOf(operation).content?.schema ?? {};
  return store.attempt(() => {
    const attached = sent.map((given) => {
      const path = pathFor(collection, given);
      const key = String(given[KEY]);
      const before = store.get(path, key);
      if (before && operation.method === "POST") throw conflict(`'${key}' of /${path} already exists.`);
      const options = { add: "service", now } as const;
      return createResource({ collection, path, key, given: { ...before?.item, ...given }, store, options })
        .item;
    });
    return { body: completeValue(schema, attached) };
  });
}

function isKey(value: unknown): boolean {
  return typeof value === "string" && keyProblem(value) === undefined;
}

/** The collection below an entity that has the name of the action. */
function listOf({ operation: { segments, document } }: FakeContext): Collection | undefined {
  const around = segments.slice(0, -1).join("/");
  return rolesOf(document).collections.find(({ segments: [...own] }) => {
    const names = own.map(parameterOf).filter((name) => name !== undefined);
    const isBelow = own.length > segments.length && own.join("/").startsWith(`${around}/`);
    return (
      isBelow && own.at(-1) === segments.at(-1) && names.length > 0 && names.every((name) => name in MEMBERS)
    );
  });
}

function pathFor({ segments }: Collection, given: Json): string {
  return segments
    .map((segment) => {
      const member = MEMBERS[parameterOf(segment) ?? ""];
      return member === undefined ? segment : encodeURIComponent(String(given[member]));
    })
    .join("/");
}
