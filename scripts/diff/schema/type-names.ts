import { pascalCase, typeName } from "../../generator/document/names.js";
import type { Schema } from "../../generator/document/openapi.js";
import { componentName, referencesIn } from "../../generator/document/references.js";
import { parseReference } from "../../generator/document/pointer.js";
import type { Finding } from "../finding.js";
import type { Reading } from "../read-document.js";
import type { Conjunction } from "./conjunction.js";
import type { Pair } from "./pair.js";

/**
 * Types that the generated module exports under another name. A schema that only moves, from its place into the
 * components or back, is not renamed: it has a name on one side alone.
 */
export function renamed({ before, after, old, revised, comparer }: Pair): readonly Finding[] {
  const titles = [titleIn(before), titleIn(after)].map((title) => (title === undefined ? [] : [title]));
  const names = [old, revised].map(({ components }) => components.map(typeName));
  return [names, titles].flatMap(([had = [], has = []]) => {
    const gone = had.filter((name) => !has.includes(name));
    const come = has.filter((name) => !had.includes(name));
    if (gone.length !== come.length) return [];
    return gone.flatMap((name, index): Finding[] => {
      if (exportedNames(comparer.new).has(name)) return [];
      const places = { oldPointer: old.pointer, newPointer: revised.pointer };
      return [{ kind: "type-renamed", before: name, after: come[index], ...places }];
    });
  });
}

function titleIn([first, ...others]: Conjunction): string | undefined {
  // What is said in several places has no name; a variant's discriminator is of the same place.
  if (!first || others.some(({ pointer }) => pointer !== first.pointer)) return undefined;
  const isComponent = first.pointer[0] === "components" && first.pointer.length === 3;
  return isComponent ? undefined : titleOf(first.schema);
}

/** What an object or a union that stands in place is called by, if its title is a name and not a sentence. */
function titleOf({ title = "", type, properties, allOf, oneOf, anyOf }: Schema): string | undefined {
  const isStructured = (type === "object" || properties) ?? allOf ?? oneOf ?? anyOf;
  if (!isStructured || title === "" || title.split(/\s+/).length > 5) return undefined;
  return (/^[A-Za-z][\w.-]*$/.test(title) ? typeName(title) : pascalCase(title)) || undefined;
}

const known = new WeakMap<Reading, ReadonlySet<string>>();

/** The names of the types that operations lead to. */
function exportedNames(reading: Reading): ReadonlySet<string> {
  const names = known.get(reading) ?? new Set([...componentsIn(reading)].map(typeName));
  known.set(reading, names);
  return names;
}

function componentsIn({ document: { paths, components } }: Reading): ReadonlySet<string> {
  const found = new Set(referencesIn(paths));
  for (const reference of found) {
    const [, section, name = ""] = parseReference(reference) ?? [];
    const target = section === "responses" ? components.responses[name] : components.schemas[name];
    for (const inner of referencesIn(target)) found.add(inner);
  }
  return new Set(
    [...found].filter((reference) => parseReference(reference)?.[1] === "schemas").map(componentName),
  );
}
