import { isList, isObject, type Json } from "./json.js";
import type { Random } from "./random.js";

/** What a document has names and texts for, so that mutants come close to what is valid. */
export interface Vocabulary {
  readonly names: readonly string[];
  readonly texts: readonly string[];
}

const ODD: readonly [Json, ...Json[]] = [null, true, 7, "zz", [], {}, [1], { zz: 1 }, ["zz"]];

/** A value with one change somewhere: a property more or less, an item, another text, another type. */
export function mutate(value: Json, vocabulary: Vocabulary, random: Random): Json {
  const children = isObject(value) ? Object.keys(value) : isList(value) ? [...value.keys()].map(String) : [];
  if (children.length > 0 && random.chance(65)) {
    const key = random.any(children) ?? "";
    const change = (child: Json, name: string): Json =>
      name === key ? mutate(child, vocabulary, random) : child;
    if (isList(value)) return value.map((item, index) => change(item, String(index)));
    if (isObject(value)) {
      return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, change(child, name)]));
    }
  }
  const odd = random.pick(ODD);
  if (isObject(value)) {
    const entries = Object.entries(value);
    const name = random.any(entries)?.[0];
    const added = random.any(vocabulary.names) ?? "zz";
    const copied = random.any(entries)?.[1] ?? "zz";
    return random.pick([
      odd,
      Object.fromEntries(entries.filter(([other]) => other !== name)),
      Object.fromEntries(entries.filter(([other]) => other !== name)),
      { ...value, [added]: random.pick([copied, "abc", 1, odd]) },
      { ...value, [added]: random.pick([copied, "abc", 1]) },
      { ...value, zz: copied },
    ]);
  }
  if (isList(value)) return random.pick([odd, [...value, odd], value.slice(1), value.slice(0, -1)]);
  if (typeof value === "string") return random.pick([odd, `${value}x`, random.any(vocabulary.texts) ?? "zz"]);
  if (typeof value === "number") return random.pick([odd, value + 10, String(value)]);
  return odd;
}

/** The names and the texts of a document. */
export function vocabularyOf(document: unknown): Vocabulary {
  const [names, texts] = [new Set<string>(), new Set<string>()];
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      if (key === "properties") for (const name of Object.keys(child as object)) names.add(name);
      if (key === "enum" && Array.isArray(child))
        for (const text of child) if (typeof text === "string") texts.add(text);
      if (key === "const" && typeof child === "string") texts.add(child);
      if (key === "mapping") for (const text of Object.keys(child as object)) texts.add(text);
      walk(child);
    }
  };
  walk(document);
  names.delete("__proto__");
  return { names: [...names], texts: [...texts] };
}
