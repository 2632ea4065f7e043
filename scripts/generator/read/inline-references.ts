import type { Node } from "../document/nodes.js";
import { formatReference, parseReference, type Pointer } from "../document/pointer.js";
import { isRecord, omit } from "../document/records.js";
import { mapReferences } from "../document/references.js";
import { checkBounds } from "./bounds.js";
import { elsewhere } from "./external-references.js";
import type { Source } from "./source.js";

/**
 * Resolves the references of a document, except those to component schemas and responses. Types are made of these two, so
 * they keep their names; a parameter, a header or an example is copied to where it is referred to.
 *
 * @throws {DocumentError} for a reference that points to nothing, to another file, back to itself, or to too much
 */
export function inlineReferences(source: Source): unknown {
  const inlinedTargets = new Map<string, unknown>();
  const inline = (root: unknown, pointer: Pointer, trail: readonly string[]): unknown =>
    mapReferences(
      root,
      (reference, node, place) => {
        const target = parseReference(reference);
        if (!target) throw source.error(place, elsewhere(reference));
        const value = valueAt(source.data, target);
        if (value === undefined) throw source.error(place, `"${reference}" points at nothing`);
        // One component may be referred to with its key encoded as in a URI, or not.
        if (isNamedComponent(target)) return { ...node, $ref: formatReference(target) };
        if (trail.includes(reference)) throw source.error(place, `"${reference}" leads back to itself`);
        if (!inlinedTargets.has(reference)) {
          inlinedTargets.set(reference, inline(value, target, [...trail, reference]));
        }
        const inlined = inlinedTargets.get(reference);
        // OpenAPI 3.0 ignores what is beside a reference and 3.1 allows a description there; real documents have more.
        if (!isRecord(inlined) || Object.keys(node).length === 1) return inlined;
        return { ...inlined, ...(inline(omit(node, "$ref"), place, trail) as Node) };
      },
      pointer,
    );
  const inlined = inline(source.data, [], []);
  checkBounds(inlined, source);
  return inlined;
}

function isNamedComponent([root, section, , ...rest]: Pointer): boolean {
  return root === "components" && (section === "schemas" || section === "responses") && rest.length === 0;
}

function valueAt(data: unknown, pointer: Pointer): unknown {
  return pointer.reduce<unknown>((node, key) => {
    if (Array.isArray(node)) return node[Number(key)] as unknown;
    // Every object inherits a `constructor`.
    return isRecord(node) && Object.hasOwn(node, key) ? node[key] : undefined;
  }, data);
}
