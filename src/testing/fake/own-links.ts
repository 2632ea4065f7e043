import { isObject, type Json } from "./complete-value.js";
import { valueAt, withValueAt } from "./keys.js";

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

/**
 * A resource whose `metadata` leads to itself. The documents have one example for the links of all resources, those of an
 * environment: of it, the host and the organization are taken.
 */
export function withOwnLinks(item: Json, identity: Identity): Json {
  const links = { self: ownAddress(item, identity), resource_name: ownResourceName(item, identity) };
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

/** The name of the organization, the environment if it is in one, and its own: `service-account=sa-00001`. */
function ownResourceName(item: Json, { key }: Identity): string | undefined {
  const example = valueAt(item, ["metadata", "resource_name"]);
  const { kind } = item;
  if (typeof example !== "string" || typeof kind !== "string") return undefined;
  const [organization] = /^crn:\/\/[^/]+(?:\/organization=[^/]+)?/.exec(example) ?? [];
  const name = NAMES[kind] ?? kind.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();
  if (organization === undefined || name === "organization") return organization;
  return [organization, ...environmentOf(item), `${name}=${encodeURIComponent(key)}`].join("/");
}

function environmentOf(item: Json): readonly string[] {
  const holders = [item, valueAt(item, ["spec"])].filter(isObject);
  const [id] = holders.map((one) => valueAt(one, ["environment", "id"])).filter((one) => one !== undefined);
  return typeof id === "string" ? [`environment=${id}`] : [];
}
