import type { Node } from "../../generator/document/nodes.js";
import { isRecord } from "../../generator/document/records.js";
import { HEADER_FACTS, OPERATION_FACTS, PARAMETER_FACTS } from "../facts.js";
import { canonical, listAt } from "../node.js";
import { compareContent, compareFactsOf, compareNamed, compareSchemaAt, keyOf } from "./compare-parts.js";
import type { Comparison } from "./comparison.js";
import { prefixed, type Difference } from "./difference.js";
import { follow, within, type Place, type Side } from "./place.js";

export function compareOperation(comparison: Comparison, their: Place, our: Place): readonly Difference[] {
  return [
    ...compareFactsOf(their, our, OPERATION_FACTS, "operation"),
    ...compareItems(listAt(their.node, "tags"), listAt(our.node, "tags"), our, "tags"),
    ...compareItems(
      securityOf(comparison.published, their.node),
      securityOf(comparison.ours, our.node),
      our,
      "security",
    ),
    ...compareParameters(comparison, their, our),
    ...compareBodies(comparison, their, our),
    ...compareResponses(comparison, their, our),
  ];
}

/** Lists of values; a security requirement is called after its schemes. */
function compareItems(
  theirs: readonly unknown[],
  own: readonly unknown[],
  our: Place,
  key: string,
): readonly Difference[] {
  const has = (list: readonly unknown[], item: unknown): boolean =>
    list.some((one) => canonical(one) === canonical(item));
  const difference = (value: unknown, action: "addItem" | "removeItem"): Difference => ({
    path: [key, isRecord(value) ? Object.keys(value).join("+") : String(value)],
    sort: action === "addItem" ? "came" : "went",
    edit: { action, target: our.pointer, key, value, kinds: ["operation", undefined] },
  });
  return [
    ...theirs.filter((item) => !has(own, item)).map((item) => difference(item, "addItem")),
    ...own.filter((item) => !has(theirs, item)).map((item) => difference(item, "removeItem")),
  ];
}

function securityOf({ document }: Side, operation: Node): readonly unknown[] {
  return listAt(operation["security"] === undefined ? document : operation, "security");
}

function compareParameters(comparison: Comparison, their: Place, our: Place): readonly Difference[] {
  const [theirs, own] = [parametersOf(comparison.published, their), parametersOf(comparison.ours, our)];
  return [...new Set([...theirs.keys(), ...own.keys()])].flatMap((name): readonly Difference[] => {
    const [one, other] = [theirs.get(name), own.get(name)];
    const path = ["parameters", name];
    const kinds = ["operation", "parameter"] as const;
    const list = { target: our.pointer, key: "parameters", kinds };
    if (one && other) return prefixed(compareParameter(comparison, one.found, other.found), ...path);
    if (one) return [{ path, sort: "came", edit: { action: "addItem", ...list, value: one.use } }];
    return [{ path, sort: "went", edit: { action: "removeItem", ...list, value: other?.use } }];
  });
}

function parametersOf(
  side: Side,
  operation: Place,
): ReadonlyMap<string, { readonly use: Node; readonly found: Place }> {
  const found = listAt(operation.node, "parameters").flatMap((use, index) => {
    if (!isRecord(use)) return [];
    const place = follow(side, { node: use, pointer: [...operation.pointer, "parameters", String(index)] });
    return [[`${String(place.node["in"])} ${String(place.node["name"])}`, { use, found: place }] as const];
  });
  return new Map(found);
}

function compareParameter(comparison: Comparison, their: Place, our: Place): readonly Difference[] {
  return comparison.once(keyOf(their, our, "parameter"), [[their], [our]], () => [
    ...compareFactsOf(their, our, PARAMETER_FACTS, "parameter"),
    ...compareSchemaAt(comparison, their, our, "request", "parameter"),
    ...compareContent(comparison, their, our, "request", "parameter"),
  ]);
}

function compareBodies(comparison: Comparison, theirs: Place, ours: Place): readonly Difference[] {
  const key = "requestBody";
  const [their, our] = [within(comparison.published, theirs, key), within(comparison.ours, ours, key)];
  if (!their && !our) return [];
  const target = ours.pointer;
  if (!our) {
    return [
      {
        path: [key],
        sort: "came",
        edit: { action: "set", target, key, value: their?.node, kinds: ["operation", "requestBody"] },
      },
    ];
  }
  if (!their) return [{ path: [key], sort: "went", edit: { action: "delete", target, key } }];
  const found = comparison.once(keyOf(their, our, "body"), [[their], [our]], () => [
    ...compareFactsOf(their, our, ["required"], "requestBody"),
    ...compareContent(comparison, their, our, "request", "requestBody"),
  ]);
  return prefixed(found, key);
}

function compareResponses(comparison: Comparison, their: Place, our: Place): readonly Difference[] {
  const found = compareNamed(comparison, their, our, "responses", ["names", "response"], (one, other) =>
    comparison.once(keyOf(one, other, "response"), [[one], [other]], () => [
      ...compareNamed(comparison, one, other, "headers", ["names", "header"], (header, ownHeader) =>
        comparison.once(keyOf(header, ownHeader, "header"), [[header], [ownHeader]], () => [
          ...compareFactsOf(header, ownHeader, HEADER_FACTS, "header"),
          ...compareSchemaAt(comparison, header, ownHeader, "response", "header"),
        ]),
      ),
      ...compareContent(comparison, one, other, "response", "response"),
    ]),
  );
  return found;
}
