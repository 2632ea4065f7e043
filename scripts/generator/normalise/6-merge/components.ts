import { typeName } from "../../document/names.js";
import type { OpenApiDocument } from "../../document/openapi.js";
import { formatReference } from "../../document/pointer.js";
import { mapReferences } from "../../document/references.js";
import { stableJson } from "../../document/stable-json.js";

/** A component of one of several documents. */
export interface Component {
  /** Which document it is of. */
  readonly part: number;
  readonly section: "schemas" | "responses";
  readonly key: string;
  readonly node: unknown;
}

export function componentsOf(document: OpenApiDocument, part: number): readonly Component[] {
  const { schemas, responses } = document.components;
  return [
    ...Object.entries(schemas).map(([key, node]) => ({ part, section: "schemas" as const, key, node })),
    ...Object.entries(responses).map(([key, node]) => ({ part, section: "responses" as const, key, node })),
  ];
}

/** Tells a component from those of the other documents that have the same key. */
export function componentId(part: number, reference: string): string {
  return `${part} ${reference}`;
}

export function referenceTo({ section, key }: Pick<Component, "section" | "key">): string {
  return formatReference(["components", section, key]);
}

/**
 * Sorts components by what they are: two get the same number if they would have the same TypeScript name, say the same,
 * and refer to components that are the same in turn. It starts with those that look alike and parts them until nothing
 * changes, so that circles of references do no harm.
 */
export function groupEqual(components: readonly Component[]): ReadonlyMap<Component, number> {
  let groups = numberBy(components, ({ section, key }) => `${section} ${typeName(key)}`);
  // Most services have one document, where no two components look alike.
  while (sizeOf(groups) < components.length) {
    const byReference = new Map<string, number | undefined>();
    for (const component of components) {
      byReference.set(componentId(component.part, referenceTo(component)), groups.get(component));
    }
    const finer = numberBy(components, (component) => {
      const contents = mapReferences(component.node, (reference, node) => ({
        ...node,
        $ref: byReference.get(componentId(component.part, reference)),
      }));
      return `${groups.get(component) ?? ""} ${stableJson(contents)}`;
    });
    if (sizeOf(finer) === sizeOf(groups)) break;
    groups = finer;
  }
  return groups;
}

function sizeOf(groups: ReadonlyMap<Component, number>): number {
  return new Set(groups.values()).size;
}

/** Gives items of the same description the same number. */
export function numberBy<T>(items: readonly T[], describe: (item: T) => string): Map<T, number> {
  const numbers = new Map<string, number>();
  return new Map(
    items.map((item) => {
      const description = describe(item);
      const number = numbers.get(description) ?? numbers.size;
      numbers.set(description, number);
      return [item, number];
    }),
  );
}
