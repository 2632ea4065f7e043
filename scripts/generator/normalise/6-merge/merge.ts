import type { Components, Info, OpenApiDocument, PathItem, Tag } from "../../document/openapi.js";
import { formatReference } from "../../document/pointer.js";
import { replaced } from "../../document/records.js";
import { mapReferences } from "../../document/references.js";
import { mapOperations } from "../../document/schemas.js";
import type { Part } from "../../read/part.js";
import type { Source } from "../../read/source.js";
import { nameComponents } from "./component-names.js";
import { componentId, componentsOf, referenceTo } from "./components.js";

/** Joins the documents of a service to one, whose components have the names of TypeScript types; equal ones are there once. */
export function merge(parts: readonly Part[]): OpenApiDocument {
  refuseRepeated(parts);
  const components = parts.flatMap(({ document }, part) => componentsOf(document, part));
  const names = nameComponents(
    components,
    parts.map(({ document }) => document),
  );

  const references = new Map(
    components.map((component) => {
      const id = componentId(component.part, referenceTo(component));
      return [id, formatReference(["components", component.section, names.get(component) ?? component.key])];
    }),
  );
  const renamed = <T>(node: T, part: number): T =>
    mapReferences(node, (reference, holder) =>
      replaced(holder, { $ref: references.get(componentId(part, reference)) }),
    );

  const merged: { [section in keyof Components]: Record<string, unknown> } = {
    schemas: {},
    responses: {},
    // A client is given its credentials by name; documents that use a name mean the same by it.
    securitySchemes: Object.fromEntries(
      parts.flatMap(({ document }) => Object.entries(document.components.securitySchemes)),
    ),
  };
  for (const component of components) {
    const name = names.get(component) ?? component.key;
    merged[component.section][name] ??= renamed(component.node, component.part);
  }
  const paths: Record<string, PathItem> = {};
  const tags = new Map<string, Tag>();
  for (const [part, { document }] of parts.entries()) {
    for (const [path, item] of Object.entries(renamed(document.paths, part)))
      paths[path] = { ...paths[path], ...item };
    for (const tag of document.tags ?? []) tags.set(tag.name, tag);
  }
  const baseUrl = parts.map(({ document }) => document["x-base-url"]).find((url) => url !== undefined);
  return {
    openapi: "3.0.3",
    info: infoOf(parts),
    ...(baseUrl !== undefined && { "x-base-url": baseUrl }),
    tags: [...tags.values()],
    paths,
    components: merged as Components,
  };
}

/** A description is of its own document: where there are several, none is of the whole. */
function infoOf(parts: readonly Part[]): Info {
  const infos = parts.flatMap(({ document }) => document.info ?? []);
  const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];
  const versions = distinct(infos.map(({ version }) => version));
  const descriptions = distinct(infos.map(({ description = "" }) => description));
  return {
    title: distinct(infos.map(({ title }) => title)).join(", "),
    version: versions.length === 1 ? versions.join("") : "",
    ...(descriptions.length === 1 && { description: descriptions.join("") }),
  };
}

/** Two descriptions of one operation are not to be told apart, so that neither is left out unnoticed. */
function refuseRepeated(parts: readonly Part[]): void {
  const places = new Map<string, Source>();
  for (const { source, document } of parts) {
    mapOperations(document.paths, (operation, pointer) => {
      const place = pointer.slice(1).join(" ");
      const other = places.get(place);
      if (other) {
        const message = `${operation.operationId} is described a second time; it is in ${other.name} too`;
        throw source.error(pointer, message);
      }
      places.set(place, source);
      return operation;
    });
  }
}
