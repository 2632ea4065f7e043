import { flatten } from "../document/flat-schema.js";
import type { Schema } from "../document/schema.js";
import { isObject, type Json } from "./complete-value.js";
import { schemaAt, valueAt, withValueAt } from "./keys.js";

/** What a resource is, and where. */
export interface Identity {
  /** What the caller said of the resource: links among it stay. */
  readonly given: Json;
  /** The path of its collection. */
  readonly path: string;
  readonly key: string;
}

/** Clusters of all services have one name among resource names. */
const NAMES: Readonly<Record<string, string>> = { Cluster: "cloud-cluster" };

/** What a resource belongs to, where it has to name it: an access point has a gateway, and a peering a network. */
const HOLDERS = ["network", "gateway"];

/**
 * A resource whose `metadata` leads to itself. The documents have one example for the links of all resources, those of an
 * environment: of it, the host and the organization are taken.
 */
export function withOwnLinks(item: Json, schema: Schema, identity: Identity): Json {
  const links = {
    self: ownAddress(item, identity),
    resource_name: ownResourceName(item, schema, identity),
  };
  return Object.entries(links).reduce((linked, [name, link]) => {
    const way = ["metadata", name];
    return link === undefined || valueAt(identity.given, way) !== undefined
      ? linked
      : withValueAt(linked, way, link);
  }, item);
}

function ownAddress(item: Json, { path, key }: Identity): string | undefined {
  const example = valueAt(item, ["metadata", "self"]);
  if (typeof example !== "string" || !URL.canParse(example)) return undefined;
  const { protocol, host } = new URL(example);
  return `${protocol}//${host}/${path}/${encodeURIComponent(key)}`;
}

/** The name of the organization, of what it is in, and its own: `environment=env-00001`, `gateway=gw-00001`, `dns-record=…`. */
function ownResourceName(item: Json, schema: Schema, { key }: Identity): string | undefined {
  const example = valueAt(item, ["metadata", "resource_name"]);
  const { kind } = item;
  if (typeof example !== "string" || typeof kind !== "string") return undefined;
  const [organization] = /^crn:\/\/[^/]+(?:\/organization=[^/]+)?/.exec(example) ?? [];
  const name = NAMES[kind] ?? kind.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();
  if (organization === undefined || name === "organization") return organization;
  const around = ["environment", ...HOLDERS.filter((holder) => isRequired(schema, holder))];
  const names = [...around.flatMap((holder) => referenceTo(item, holder)), nameOf(name, key)];
  return [organization, ...names].join("/");
}

function isRequired(schema: Schema, name: string): boolean {
  return flatten(schemaAt(schema, ["spec"])).required?.includes(name) ?? false;
}

function referenceTo(item: Json, name: string): readonly string[] {
  const holders = [item, valueAt(item, ["spec"])].filter(isObject);
  const [id] = holders.map((one) => valueAt(one, [name, "id"])).filter((one) => one !== undefined);
  return typeof id === "string" ? [nameOf(name, id)] : [];
}

function nameOf(name: string, id: string): string {
  return `${name}=${encodeURIComponent(id)}`;
}
