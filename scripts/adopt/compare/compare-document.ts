import { HTTP_METHODS } from "../../generator/document/openapi.js";
import type { Node } from "../../generator/document/nodes.js";
import { formatPointer } from "../../generator/document/pointer.js";
import { SECURITY_SCHEME_FACTS, type Kind } from "../facts.js";
import { childrenAt, nodeAt, nodesAt, textAt } from "../node.js";
import { compareOperation } from "./compare-operation.js";
import { compareFactsOf, compareNamed } from "./compare-parts.js";
import { Comparison, type ComparisonResult } from "./comparison.js";
import { Corrections } from "./corrections.js";
import { prefixed, type Difference } from "./difference.js";
import { placeAt, type Place } from "./place.js";

/** What the published document says that ours does not, and the other way round, deliberate differences aside. */
export function compareFacts(published: Node, ours: Node, name: string): ComparisonResult {
  const comparison = new Comparison({ document: published }, { document: ours }, new Corrections(ours, name));
  const [their, our]: [Place, Place] = [
    { node: published, pointer: [] },
    { node: ours, pointer: [] },
  ];
  const differences = comparison.once("", [[their], [our]], () => compareWholes(comparison, their, our));
  return comparison.result(differences);
}

/** Compares two documents: their servers, tags and credentials, and operation by operation. */
function compareWholes(comparison: Comparison, their: Place, our: Place): readonly Difference[] {
  return [
    ...compareLists(their, our, "servers", "url", "server"),
    ...compareLists(their, our, "tags", "name", "tag"),
    ...comparePaths(comparison),
    ...compareSecuritySchemes(comparison),
  ];
}

/** Lists of mappings with a key that tells them apart. */
function compareLists(their: Place, our: Place, key: string, id: string, kind: Kind): readonly Difference[] {
  const ids = ({ node }: Place): readonly string[] =>
    nodesAt(node, key).flatMap((item) => textAt(item, id) ?? []);
  const [theirs, own] = [ids(their), ids(our)];
  const kinds = ["document", kind] as const;
  const came = nodesAt(their.node, key).filter((item) => !own.includes(textAt(item, id) ?? ""));
  const went = nodesAt(our.node, key).filter((item) => !theirs.includes(textAt(item, id) ?? ""));
  return [
    ...came.map((value): Difference => ({
      path: [key, textAt(value, id) ?? ""],
      sort: "came",
      edit: { action: "addItem", target: [], key, value, kinds },
    })),
    ...went.map((value): Difference => ({
      path: [key, textAt(value, id) ?? ""],
      sort: "went",
      edit: { action: "removeItem", target: [], key, value, kinds },
    })),
  ];
}

function comparePaths(comparison: Comparison): readonly Difference[] {
  const items = [comparison.published, comparison.ours].map(
    ({ document }) => new Map(childrenAt(document, "paths")),
  ) as [Map<string, Node>, Map<string, Node>];
  const [theirs, own] = items;
  return [...new Set([...theirs.keys(), ...own.keys()])].flatMap((path): readonly Difference[] => {
    const [their, our] = [theirs.get(path), own.get(path)];
    if (their && !our) {
      return [
        {
          path: ["paths", path],
          sort: "came",
          edit: { action: "set", target: ["paths"], key: path, value: their, kinds: ["names", "pathItem"] },
        },
      ];
    }
    if (!their)
      return [
        { path: ["paths", path], sort: "went", edit: { action: "delete", target: ["paths"], key: path } },
      ];
    return HTTP_METHODS.flatMap((method) => compareMethod(comparison, path, method));
  });
}

function compareMethod(comparison: Comparison, path: string, method: string): readonly Difference[] {
  const pointer = ["paths", path, method];
  const [their, our] = [placeAt(comparison.published, pointer), placeAt(comparison.ours, pointer)];
  if (!their && !our) return [];
  const target = ["paths", path];
  if (!our) {
    return [
      {
        path: pointer,
        sort: "came",
        edit: { action: "set", target, key: method, value: their?.node, kinds: ["pathItem", "operation"] },
      },
    ];
  }
  if (!their) return [{ path: pointer, sort: "went", edit: { action: "delete", target, key: method } }];
  const found = comparison.once(formatPointer(pointer), [[their], [our]], () =>
    compareOperation(comparison, their, our),
  );
  return prefixed(found, ...pointer);
}

function compareSecuritySchemes(comparison: Comparison): readonly Difference[] {
  const components = [comparison.published, comparison.ours].map((side) => placeAt(side, ["components"]));
  const [their, our] = components.map((place) => place ?? { node: {}, pointer: ["components"] }) as [
    Place,
    Place,
  ];
  const found = compareNamed(
    comparison,
    their,
    our,
    "securitySchemes",
    ["names", "securityScheme"],
    (one, other) => [
      ...compareFactsOf(one, other, SECURITY_SCHEME_FACTS, "securityScheme"),
      ...compareNamed(comparison, one, other, "flows", ["names", "names"], (flow, ownFlow) => [
        ...compareFactsOf(flow, ownFlow, ["authorizationUrl", "tokenUrl", "refreshUrl"], "names"),
        ...compareScopes(flow, ownFlow),
      ]),
    ],
  );
  return prefixed(found, "components");
}

function compareScopes(their: Place, our: Place): readonly Difference[] {
  const [theirs, own] = [nodeAt(their.node, "scopes"), nodeAt(our.node, "scopes")];
  const target = [...our.pointer, "scopes"];
  return [
    ...Object.keys(theirs)
      .filter((name) => !(name in own))
      .map((name): Difference => ({
        path: ["scopes", name],
        sort: "came",
        edit: { action: "set", target, key: name, value: "", kinds: ["names", undefined] },
      })),
    ...Object.keys(own)
      .filter((name) => !(name in theirs))
      .map((name): Difference => ({
        path: ["scopes", name],
        sort: "went",
        edit: { action: "delete", target, key: name },
      })),
  ];
}
