import { mapNodes, type Node } from "../../generator/document/nodes.js";
import { formatPointer, formatReference, type Pointer } from "../../generator/document/pointer.js";
import { isRecord, mapValues, omit } from "../../generator/document/records.js";
import { componentName, referencesIn } from "../../generator/document/references.js";
import { compareFacts } from "../compare/compare-document.js";
import { CORRECTIONS } from "../facts.js";
import { canonical, defined, nodeAt, nodesAt } from "../node.js";
import { tagsOf } from "../published/document-facts.js";
import type { Service } from "../published/services.js";
import { addHouseWords, type HouseWords } from "./house-words.js";
import { nameSchemas } from "./name-schemas.js";
import { nameOperations, operationsOf } from "./operation-ids.js";
import { applyRules } from "./rules.js";
import { shareParts } from "./share-parts.js";
import { trimRequests } from "./trim-requests.js";

const CONTROL_PLANE = "https://api.confluent.cloud";

/** Parts that are shared keep their names, and with them their order, in this order of sections. */
const SECTIONS = ["parameters", "headers", "responses"] as const;

/** A published service as an OpenAPI document that says just its facts, for comparison. */
export function factsDocument(service: Service): Node {
  const { servers, securitySchemes, schemas, paths } = nameOperations(service);
  return {
    servers,
    tags: tagsOf({ tags: [], paths }).map((name) => ({ name })),
    paths,
    components: { schemas, securitySchemes: usedSchemes(paths, securitySchemes) },
  };
}

/** A published service in the form of our documents, with the words that all of them share. */
export function houseDocument(original: Service, words: HouseWords): Node {
  const { service, corrections } = applyRules(nameOperations(original));
  const { paths, schemas } = trimRequests(nameSchemas(trimRequests(service)));
  const shared = shareParts(paths);
  const security = commonSecurity(shared.paths);
  const tags = tagsOf({ tags: [], paths }).map((name) => ({ name, ...original.tagWords[name] }));
  const document = defined({
    openapi: "3.0.3",
    info: { title: original.prefix, version: "1.0.0" },
    "x-service": original.prefix.includes("/") ? undefined : original.name,
    "x-base-url": ownBaseUrl(service.servers),
    ...(Object.keys(corrections).length > 0 && { [CORRECTIONS]: corrections }),
    servers: service.servers,
    tags: tags.length > 0 ? tags : undefined,
    security,
    paths: security ? withoutSecurity(shared.paths) : shared.paths,
    components: {
      securitySchemes: usedSchemes(paths, service.securitySchemes),
      ...Object.fromEntries(SECTIONS.map((section) => [section, shared.parts[section]])),
      schemas,
      examples: shared.parts.examples,
    },
  });
  return withoutIdleCorrections(dropUnused(addHouseWords(document, words)), original);
}

/** For a service that is not on the host that most are on: its URL, or `required` where that is only an example. */
function ownBaseUrl([server]: readonly Node[]): string | undefined {
  const url = server?.["url"];
  if (typeof url !== "string" || url === CONTROL_PLANE) return undefined;
  return /\bregion\b/.test(url) ? "required" : url;
}

/** A rule gives its reason for all that it may change; in one service it need not have changed all of that. */
function withoutIdleCorrections(document: Node, original: Service): Node {
  const { unused } = compareFacts(factsDocument(original), document, original.name);
  if (unused.length === 0) return document;
  const isUnused = (holder: Pointer, place: string): boolean =>
    unused.some((one) => one.place === place && formatPointer(one.holder) === formatPointer(holder));
  return mapNodes(document, (node, pointer, descend) => {
    const { [CORRECTIONS]: corrections, ...rest } = descend(node);
    if (!isRecord(corrections)) return rest;
    const kept = Object.entries(corrections).filter(([place]) => !isUnused(pointer, place));
    return kept.length === 0 ? rest : { ...rest, [CORRECTIONS]: Object.fromEntries(kept) };
  });
}

/** What all operations require, so that the document can say it once. */
function commonSecurity(paths: Service["paths"]): unknown {
  const found = operationsOf(paths).map(({ operation }) => operation["security"]);
  return new Set(found.map(canonical)).size === 1 ? found[0] : undefined;
}

function withoutSecurity(paths: Service["paths"]): Service["paths"] {
  return mapValues(paths, (item) => mapValues(item, (operation) => omit(operation as Node, "security")));
}

function usedSchemes(paths: Service["paths"], schemes: Service["securitySchemes"]): Node {
  const used = operationsOf(paths).flatMap(({ operation }) =>
    nodesAt(operation, "security").flatMap(Object.keys),
  );
  return Object.fromEntries(Object.entries(schemes).filter(([name]) => used.includes(name)));
}

/** Without the components that no operation leads to, and without sections that are empty. */
export function dropUnused(document: Node): Node {
  const used = new Set<string>();
  const pending = [document["paths"]];
  while (pending.length > 0) {
    for (const reference of referencesIn(pending.pop())) {
      if (used.has(reference)) continue;
      used.add(reference);
      const [, , section = "", ...rest] = reference.split("/");
      if (rest.length > 0)
        pending.push(nodeAt(nodeAt(document, "components"), section)[componentName(reference)]);
    }
    const mapped = pending.flatMap(mappedSchemas);
    for (const reference of mapped) if (!used.has(reference)) pending.push({ $ref: reference });
  }
  const components = mapValues(nodeAt(document, "components"), (section, name) => {
    if (!isRecord(section) || name === "securitySchemes") return section;
    return Object.fromEntries(
      Object.entries(section).filter(([key]) => used.has(formatReference(["components", name, key]))),
    );
  });
  const kept = Object.entries(components).filter(
    ([, section]) => isRecord(section) && Object.keys(section).length > 0,
  );
  return { ...document, components: Object.fromEntries(kept) };
}

/** A discriminator names schemas that need not be referred to elsewhere. */
function mappedSchemas(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(mappedSchemas);
  if (!isRecord(node)) return [];
  const mapping = Object.values(nodeAt(nodeAt(node, "discriminator"), "mapping"));
  const own = mapping.filter((value): value is string => typeof value === "string" && value.startsWith("#/"));
  return [...own, ...Object.values(node).flatMap(mappedSchemas)];
}
