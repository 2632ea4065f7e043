import { isRecord, mapValues, omit } from "../../generator/document/records.js";
import type { Node } from "../../generator/document/nodes.js";
import { CORRECTIONS } from "../facts.js";
import { canonical, listAt, nodesAt } from "../node.js";
import type { Service } from "../published/services.js";
import { operationsOf } from "./operation-ids.js";

/** A deliberate difference that holds for every service: what it changes, and why. */
interface Rule {
  /** The places that it changes, as a correction names them. */
  readonly places: readonly string[];
  readonly reason: string;
  readonly apply: (service: Service) => Service;
}

/** A service as we describe it, and our reasons for all that was changed, by place. */
export interface RuledService {
  readonly service: Service;
  readonly corrections: Readonly<Record<string, string>>;
}

const CLOUD_HOSTS = /^https:\/\/api\.(telemetry\.)?confluent\.cloud/;

/** It stands in the schemas themselves, which have no one place in a document. */
const LINKS_REASON = "Real responses hold references with nothing but an id.";

const RULES: readonly Rule[] = [
  {
    places: ["paths/*/*/requestBody/required"],
    reason: "Published as optional; without its body, the operation has nothing to act on.",
    apply: eachOperation((operation) =>
      isRecord(operation["requestBody"])
        ? { ...operation, requestBody: { required: true, ...omit(operation["requestBody"], "required") } }
        : operation,
    ),
  },
  {
    places: ["paths/*/*/parameters/query page_size/schema/minimum"],
    reason: "The minimum is not published, but a page of none would lead nowhere.",
    apply: eachOperation(({ parameters, ...operation }) => ({
      ...operation,
      ...(parameters !== undefined && {
        parameters: nodesAt({ parameters }, "parameters").map(withPageMinimum),
      }),
    })),
  },
  {
    places: [],
    reason: LINKS_REASON,
    apply: (service) => ({ ...service, schemas: mapValues(service.schemas, withoutRequiredLinks) }),
  },
  {
    places: [
      "paths/*/*/security/api-key",
      "paths/*/*/security/cloud-api-key",
      "components/securitySchemes/api-key",
      "components/securitySchemes/cloud-api-key",
    ],
    reason: "Published under two names; it is the same Cloud API key.",
    apply: nameCloudKeys,
  },
];

/** Applies the rules of the house; each that changes something leaves its reason. */
export function applyRules(service: Service): RuledService {
  let ruled = service;
  const corrections: Record<string, string> = {};
  for (const { places, reason, apply } of RULES) {
    const changed = apply(ruled);
    if (canonical(changed) !== canonical(ruled)) {
      for (const place of places) corrections[place] = reason;
    }
    ruled = changed;
  }
  return { service: ruled, corrections };
}

function eachOperation(change: (operation: Node) => Node): (service: Service) => Service {
  return (service) => ({
    ...service,
    paths: mapValues(service.paths, (item) => mapValues(item, (operation) => change(operation as Node))),
  });
}

const LINKS: readonly unknown[] = ["related", "resource_name"];

/** Of a reference to another object, the id alone is required. */
function withoutRequiredLinks(schema: Node): Node {
  const required = listAt(schema, "required");
  const links = required.filter((name) => LINKS.includes(name));
  if (links.length !== LINKS.length || !required.includes("id")) return schema;
  return {
    ...schema,
    required: required.filter((name) => !links.includes(name)),
    [CORRECTIONS]: Object.fromEntries(links.map((name) => [`required/${String(name)}`, LINKS_REASON])),
  };
}

function withPageMinimum(parameter: Node): Node {
  const { name, schema } = parameter;
  if (name !== "page_size" || !isRecord(schema) || schema["minimum"] !== undefined) return parameter;
  return { ...parameter, schema: { ...schema, minimum: 1 } };
}

function nameCloudKeys(service: Service): Service {
  const { servers, securitySchemes, paths } = service;
  const isOnCloud = servers.some(({ url }) => typeof url === "string" && CLOUD_HOSTS.test(url));
  const key = securitySchemes["api-key"];
  if (!isOnCloud || key === undefined) return service;
  const rename = eachOperation((operation) => ({
    ...operation,
    security: nodesAt(operation, "security").map((requirement) =>
      Object.fromEntries(
        Object.entries(requirement).map(([name, scopes]) => [
          name === "api-key" ? "cloud-api-key" : name,
          scopes,
        ]),
      ),
    ),
  }));
  const isUsed = operationsOf(paths).some(({ operation }) =>
    nodesAt(operation, "security").some((requirement) => "api-key" in requirement),
  );
  const schemes = { ...(isUsed && { "cloud-api-key": key }), ...omit(securitySchemes, "api-key") };
  return { ...rename(service), securitySchemes: schemes };
}
