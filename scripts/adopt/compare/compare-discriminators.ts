import { isRecord } from "../../generator/document/records.js";
import { nodeAt, textAt } from "../node.js";
import type { Difference, Edit } from "./difference.js";
import type { Place, SchemaView } from "./place.js";

/** @param create makes the edit that puts in a discriminator where there is none */
export function compareDiscriminators(
  published: SchemaView,
  ours: SchemaView,
  create: (source: Place, key: string) => Edit,
): readonly Difference[] {
  const key = "discriminator";
  const find = (view: SchemaView): Place | undefined => view.find(({ node }) => isRecord(node[key]));
  const [their, our] = [find(published), find(ours)];
  if (!our) return their ? [{ path: [key], sort: "came", edit: create(their, key) }] : [];
  if (!their) return [{ path: [key], sort: "went", edit: { action: "delete", target: our.pointer, key } }];
  const [theirs, own] = [nodeAt(their.node, key), nodeAt(our.node, key)];
  const target = [...our.pointer, key];
  const name = textAt(theirs, "propertyName");
  const renamed: readonly Difference[] =
    name === textAt(own, "propertyName")
      ? []
      : [
          {
            path: [key, "propertyName"],
            sort: "changed",
            published: name,
            ours: own["propertyName"],
            edit: { action: "set", target, key: "propertyName", value: name, kinds: ["names", undefined] },
          },
        ];
  const [theirKeys, ownKeys] = [nodeAt(theirs, "mapping"), nodeAt(own, "mapping")];
  const at = [...target, "mapping"];
  const came = Object.keys(theirKeys)
    .filter((value) => !(value in ownKeys))
    .map((value): Difference => ({
      path: [key, "mapping", value],
      sort: "came",
      edit: { action: "set", target: at, key: value, value: theirKeys[value], kinds: ["names", undefined] },
    }));
  const went = Object.keys(ownKeys)
    .filter((value) => !(value in theirKeys))
    .map((value): Difference => ({
      path: [key, "mapping", value],
      sort: "went",
      edit: { action: "delete", target: at, key: value },
    }));
  return [...renamed, ...came, ...went];
}
