import { holdsNames, isData } from "../link-references.js";
import { isReference, nodeAt } from "../references.js";
import type { Mistake } from "./mistakes.js";

/** Keywords whose schema is held against the value itself, on a condition or the other way round. */
const CONDITIONS = ["not", "if", "then", "else"] as const;
const UNITED = ["allOf", "oneOf", "anyOf"] as const;

type Json = Readonly<Record<string, unknown>>;

/**
 * Conditions that lead back to their own schema without a step into the value. An `allOf` that does so adds nothing; a condition
 * that does so could never be decided.
 */
export function checkCycles(content: unknown): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const seen = new Set<unknown>();
  visit(content, false, []);
  return mistakes;

  function visit(node: unknown, isNameMap: boolean, place: readonly string[]): void {
    if (!isHolder(node) || seen.has(node)) return;
    seen.add(node);
    for (const [key, child] of Object.entries(node)) {
      if (!isNameMap && isData(key, child)) continue;
      visit(child, !isNameMap && holdsNames(key, child), [...place, key]);
    }
    if (isNameMap) return;
    for (const [way, schema] of conditionsIn(node))
      if (leadsTo(schema, node))
        mistakes.push({
          pointer: [...place, ...way],
          message: "leads back to the schema that it is in, for the same value: no check of it would end",
        });
  }

  function leadsTo(schema: unknown, goal: object): boolean {
    const passed = new Set<unknown>();
    const lookIn = (one: unknown): boolean => {
      if (one === goal) return true;
      if (!isHolder(one) || passed.has(one)) return false;
      passed.add(one);
      return inPlace(one).some(lookIn);
    };
    return lookIn(schema);
  }

  /** The schemas that are held against the same value as one. */
  function inPlace(schema: Json): readonly unknown[] {
    return [
      ...(isReference(schema) ? [targetOf(schema.$ref)] : []),
      ...UNITED.flatMap((keyword) => schema[keyword] ?? []),
      ...conditionsIn(schema).map(([, one]) => one),
    ];
  }

  /** One that leads nowhere is reported by itself. */
  function targetOf(reference: string): unknown {
    try {
      return nodeAt(content, reference);
    } catch {
      return undefined;
    }
  }
}

function conditionsIn(schema: Json): readonly (readonly [way: readonly string[], schema: unknown])[] {
  const { dependentSchemas } = schema;
  return [
    ...CONDITIONS.filter((keyword) => keyword in schema).map(
      (keyword) => [[keyword], schema[keyword]] as const,
    ),
    ...(isHolder(dependentSchemas) ? Object.entries(dependentSchemas) : []).map(
      ([name, one]) => [["dependentSchemas", name], one] as const,
    ),
  ];
}

function isHolder(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}
