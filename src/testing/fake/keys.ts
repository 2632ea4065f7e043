import { propertiesOf } from "../document/properties.js";
import type { Schema } from "../document/schema.js";
import { isObject, type Json } from "./complete-value.js";

/**
 * Finds the property that a path parameter is for: `id` for `plugin_id`, `spec.topic_name` for `topic_name`, `share_group_id` for
 * `group_id` in `/share-groups/{group_id}`.
 *
 * @param segment the one before the parameter
 */
export function keyPathIn(item: Schema, parameter: string, segment: string): readonly string[] {
  const properties = propertiesOf(item);
  const own = memberFor(segment, parameter, Object.keys(properties));
  for (const name of [
    ...(parameter === "" ? [] : [parameter, own ?? parameter, lastWord(parameter)]),
    "id",
    "name",
  ]) {
    if (name in properties) return [name];
    const holder = ["spec", "metadata"].find((key) => name in propertiesOf(properties[key] ?? {}));
    if (holder !== undefined && name === parameter) return [holder, name];
  }
  return [];
}

/** The member that is named for what a path parameter is the key of: `kekName` for `name` in `/keks/{name}`. */
export function memberFor(segment: string, parameter: string, names: readonly string[]): string | undefined {
  const plain = (text: string): string => text.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
  const wanted = plain(segment).replace(/s$/, "") + lastWord(parameter);
  return names.find((name) => plain(name) === wanted);
}

/** `name` for `topic_name` and `topicName`. */
function lastWord(name: string): string {
  return /(?:[A-Z]|(?<![A-Za-z0-9]))[a-z0-9]+$/.exec(name)?.[0].toLowerCase() ?? "";
}

/** Why no path can lead to a key: a URL without its last segment, or with `.` there, is another. */
export function keyProblem(key: unknown): string | undefined {
  if (key === "") return "must not be empty";
  return key === "." || key === ".." ? `must not be '${key}', which no URL can have` : undefined;
}

/** The schema at the end of a way through an object. */
export function schemaAt(schema: Schema, way: readonly string[]): Schema {
  return way.reduce<Schema>((holder, name) => propertiesOf(holder)[name] ?? {}, schema);
}

/** What is at the end of a way through an object. */
export function valueAt(value: unknown, way: readonly string[]): unknown {
  return way.reduce<unknown>(
    (holder, name) => (isObject(holder) && Object.hasOwn(holder, name) ? holder[name] : undefined),
    value,
  );
}

/** A copy of an object with something at the end of a way. */
export function withValueAt(holder: Json, [name, ...rest]: readonly string[], value: unknown): Json {
  if (name === undefined) return holder;
  const inner = holder[name];
  return {
    ...holder,
    [name]: rest.length === 0 ? value : withValueAt(isObject(inner) ? inner : {}, rest, value),
  };
}
