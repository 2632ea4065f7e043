import { holdsNames, isData } from "../link-references.js";
import { isReference, keysOf, leadsIntoExtension, referenceOf, resolveReference } from "../references.js";
import type { Mistake } from "./mistakes.js";

/** The references of a document that lead nowhere, those of discriminators included. */
export function checkReferences(content: unknown): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const seen = new Set<unknown>();
  visit(content, false, []);
  return mistakes;

  function visit(node: unknown, isNameMap: boolean, place: readonly string[]): void {
    if (typeof node !== "object" || node === null || seen.has(node)) return;
    seen.add(node);
    for (const [key, child] of Object.entries(node)) {
      if (!isNameMap && isData(key, child)) continue;
      const at = [...place, key];
      if (isReference(child)) check(child.$ref, [...at, "$ref"]);
      if (!isNameMap && key === "discriminator") visitMapping(child, at);
      visit(child, !isNameMap && holdsNames(key, child), at);
    }
  }

  /** A value of a mapping is a reference, or the name of a schema. */
  function visitMapping(discriminator: unknown, place: readonly string[]): void {
    const { mapping = {} } = (discriminator ?? {}) as { readonly mapping?: unknown };
    if (typeof mapping !== "object") return;
    for (const [value, target] of Object.entries(mapping ?? {})) {
      if (typeof target !== "string") continue;
      check(referenceOf(target), [...place, "mapping", value]);
    }
  }

  function check(reference: string, pointer: readonly string[]): void {
    try {
      const target = resolveReference(content, reference);
      if (leadsIntoExtension(target.reference)) visit(target.value, false, keysOf(target.reference));
    } catch (error) {
      mistakes.push({ pointer, message: error instanceof Error ? error.message : String(error) });
    }
  }
}
