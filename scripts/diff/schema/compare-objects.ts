import type { Finding } from "../finding.js";
import type { Pair } from "./pair.js";
import type { Shape } from "./shape.js";

export function compareObjects(pair: Pair): void {
  if (!pair.bothAllow("object")) return;
  compareProperties(pair);
  compareAdditional(pair);
  compareDependencies(pair);
}

function compareProperties({ direction, old, revised, found, within }: Pair): void {
  const names = new Set([
    ...old.properties.keys(),
    ...revised.properties.keys(),
    ...old.required,
    ...revised.required,
  ]);
  for (const name of names) {
    const [before, after] = [old.properties.get(name), revised.properties.get(name)];
    const [wasRequired, isRequired] = [old.required.has(name), revised.required.has(name)];
    if (!before && !wasRequired) {
      if (after)
        found(
          { kind: isRequired ? "required-property-added" : "property-added", subject: name },
          "properties",
          name,
        );
      else found({ kind: "property-required", subject: name }, "required");
    } else if (!after && !isRequired) {
      if (before) found(goneProperty(name, revised, direction), "properties", name);
      else found({ kind: "property-optional", subject: name }, "required");
    } else if (wasRequired !== isRequired) {
      found({ kind: isRequired ? "property-required" : "property-optional", subject: name }, "required");
    }
    if (before && after) within(`.${name}`, before, after);
  }
}

function goneProperty(name: string, { hidden }: Shape, direction: Pair["direction"]): Finding {
  if (!hidden.has(name)) return { kind: "property-removed", subject: name };
  return {
    kind: "property-hidden",
    subject: name,
    after: direction === "request" ? "readOnly" : "writeOnly",
  };
}

function compareAdditional({ old, revised, found, within }: Pair): void {
  const [before, after] = [old.additional, revised.additional];
  if (typeof before !== "string" && typeof after !== "string") return within(".*", before, after);
  const kind = ADDITIONAL[`${nameOf(before)} ${nameOf(after)}`];
  if (kind) found({ kind }, "additionalProperties");
}

const ADDITIONAL: Readonly<Record<string, Finding["kind"]>> = {
  "anything nothing": "additional-closed",
  "nothing anything": "additional-opened",
  "nothing typed": "additional-opened",
  "anything typed": "additional-typed",
  "typed anything": "additional-untyped",
  "typed nothing": "map-removed",
};

function nameOf(additional: Shape["additional"]): string {
  return typeof additional === "string" ? additional : "typed";
}

function compareDependencies({ old, revised, found }: Pair): void {
  const names = new Set([...old.dependencies.keys(), ...revised.dependencies.keys()]);
  for (const name of names) {
    const [before, after] = [old.dependencies.get(name), revised.dependencies.get(name)];
    const come = [...(after ?? [])].filter((other) => before?.has(other) !== true);
    const gone = [...(before ?? [])].filter((other) => after?.has(other) !== true);
    const keys = ["dependentRequired", name];
    if (come.length > 0) found({ kind: "dependency-added", subject: name, after: come }, ...keys);
    if (gone.length > 0) found({ kind: "dependency-removed", subject: name, before: gone }, ...keys);
  }
}
