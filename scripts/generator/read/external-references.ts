import type { Pointer } from "../document/pointer.js";
import { isRecord, mapValues } from "../document/records.js";
import { mapReferences } from "../document/references.js";
import type { Source } from "./source.js";

/** What is wrong with a reference that does not point into its own document, and what to do. */
export function elsewhere(reference: string): string {
  if (reference.startsWith("#"))
    return `"${reference}" is no pointer into this document: one starts with \`#/\``;
  const advice = "bundle them into one first, for example with `npx @redocly/cli bundle OLD --output NEW`";
  return `"${reference}" points to another document, so this one is split into several: ${advice}`;
}

/**
 * A copy of a document for programs that follow references: no `$ref` and no `mapping` in it leads to another document, on
 * disk or in the network. What only looks like a reference, in an example or an extension, is not one in the copy.
 *
 * @throws {DocumentError} for a reference to another document
 */
export function refuseExternalReferences(source: Source): unknown {
  mapReferences(source.data, (reference, _, pointer) => {
    if (!reference.startsWith("#")) throw source.error(pointer, elsewhere(reference));
    return undefined;
  });
  return copy(source.data, []);

  function copy(value: unknown, pointer: Pointer): unknown {
    if (Array.isArray(value)) return value.map((item, index) => copy(item, [...pointer, String(index)]));
    if (!isRecord(value)) return value;
    const { $ref, discriminator } = value;
    const isExternal = typeof $ref === "string" && !$ref.startsWith("#");
    const node = isExternal ? renamed(value) : value;
    if (isRecord(discriminator) && isRecord(discriminator["mapping"])) {
      for (const [name, target] of Object.entries(discriminator["mapping"])) {
        if (typeof target === "string" && leadsElsewhere(target)) {
          throw source.error([...pointer, "discriminator", "mapping", name], elsewhere(target));
        }
      }
    }
    return mapValues(node, (child, key) => copy(child, [...pointer, key]));
  }
}

function renamed({ $ref, ...rest }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { ...rest, "x-ref": $ref };
}

/** A value of a mapping is a reference, or the name of a schema (OpenAPI 3.1, 4.8.25). */
function leadsElsewhere(target: string): boolean {
  return !target.startsWith("#") && /[/\\]|\.(?:ya?ml|json)$/.test(target);
}
