import { pascalCase, typeName } from "../../generator/document/names.js";
import type { Schema } from "../../generator/document/openapi.js";
import { componentName, referencesIn } from "../../generator/document/references.js";
import { parseReference } from "../../generator/document/pointer.js";
import type { Finding } from "../finding.js";
import type { Reading } from "../read-document.js";
import type { Pair } from "./compare-shapes.js";
import type { Conjunction } from "./conjunction.js";

/**
 * A type that the generated module exports under another name. A schema that only moves, from its place into the
 * components or back, is told apart from that: it has a name on one side alone.
 */
export function renamed({ before, after, comparer }: Pair): Finding | undefined {
  const [old, young] = [nameOf(before), nameOf(after)];
  if (!old || young?.isTitle !== old.isTitle || old.name === young.name) return undefined;
  if (exportedNames(comparer.new).has(old.name)) return undefined;
  return {
    kind: "type-renamed",
    before: old.name,
    after: young.name,
    oldPointer: before[0]?.pointer ?? [],
    newPointer: after[0]?.pointer ?? [],
  };
}

interface TypeName {
  readonly name: string;
  readonly isTitle: boolean;
}

function nameOf([first, ...others]: Conjunction): TypeName | undefined {
  // What is said in several places has no name; a variant's discriminator is of the same place.
  if (!first || others.some(({ pointer }) => pointer !== first.pointer)) return undefined;
  const { $ref } = first.schema;
  if ($ref !== undefined) return { name: typeName(componentName($ref)), isTitle: false };
  const isComponent = first.pointer[0] === "components" && first.pointer.length === 3;
  const title = isComponent ? undefined : titleOf(first.schema);
  return title === undefined ? undefined : { name: title, isTitle: true };
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
