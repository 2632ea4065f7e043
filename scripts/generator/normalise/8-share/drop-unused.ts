import type { Components, OpenApiDocument } from "../../document/openapi.js";
import { parseReference } from "../../document/pointer.js";
import { referencesIn } from "../../document/references.js";

/** Drops the components that no operation uses, directly or through others. */
export function dropUnused(document: OpenApiDocument): OpenApiDocument {
  const { components } = document;
  const used = new Set<string>();
  const follow = (node: unknown): void => {
    for (const reference of referencesIn(node)) {
      if (used.has(reference)) continue;
      used.add(reference);
      const [, section, name = ""] = parseReference(reference) ?? [];
      follow((components as Partial<Components>)[section as keyof Components]?.[name]);
    }
  };
  follow(document.paths);

  const usedOf = <T>(section: keyof Components, record: Readonly<Record<string, T>>): Record<string, T> => {
    const names = [...used]
      .map((reference) => parseReference(reference) ?? [])
      .filter(([, from]) => from === section);
    const isUsed = new Set(names.map(([, , name]) => name));
    return Object.fromEntries(Object.entries(record).filter(([name]) => isUsed.has(name)));
  };
  return {
    ...document,
    components: {
      ...components,
      schemas: usedOf("schemas", components.schemas),
      responses: usedOf("responses", components.responses),
    },
  };
}
