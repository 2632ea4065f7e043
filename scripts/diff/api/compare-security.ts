import { isRecord } from "../../generator/document/records.js";
import { listOf, recordOf, stableJson, stringsOf } from "../json.js";
import type { Reading } from "../read-document.js";
import type { Endpoint } from "./endpoints.js";
import { findingAt, note, type Context } from "./recorder.js";

/** Credentials of one kind that a request needs, with what they have to permit. */
interface Credential {
  readonly name: string;
  /** What the scheme is, whatever its name; undefined where the document does not describe it. */
  readonly scheme: Scheme | undefined;
  readonly scopes: readonly string[];
}

interface Scheme {
  readonly id: string;
  /** The ways to get a token, of OAuth. */
  readonly flows: ReadonlySet<string>;
}

/** Credentials that are needed together; none at all where it is empty. */
type Alternative = readonly Credential[];

/** Compares which credentials are let through, wherever the documents say it. */
export function compareSecurity(context: Context, old: Endpoint, revised: Endpoint): void {
  const { comparer, exchange } = context;
  const before = alternativesOf(old, comparer.old);
  const after = alternativesOf(revised, comparer.new);
  const values = { before: textOf(before), after: textOf(after) };
  const at = (kind: "security-tightened" | "security-loosened"): void =>
    note(
      context,
      "",
      exchange.request,
      findingAt(old.operation, revised.operation, { kind, ...values }, "security"),
    );
  const isAccepted = (alternative: Alternative, by: readonly Alternative[]): boolean =>
    by.some((needed) => needed.every((credential) => alternative.some((given) => serves(given, credential))));
  if (!before.every((alternative) => isAccepted(alternative, after))) at("security-tightened");
  else if (!after.every((alternative) => isAccepted(alternative, before))) at("security-loosened");
}

function alternativesOf({ operation }: Endpoint, { root }: Reading): readonly Alternative[] {
  const schemes = recordOf(recordOf(root["components"])["securitySchemes"]);
  const requirements = listOf(operation.node["security"] ?? root["security"]);
  if (requirements.length === 0) return [[]];
  return requirements.map((requirement) =>
    Object.entries(recordOf(requirement)).map(([name, scopes]) => ({
      name,
      scheme: isRecord(schemes[name]) ? schemeOf(schemes[name]) : undefined,
      scopes: stringsOf(scopes),
    })),
  );
}

function schemeOf(scheme: Readonly<Record<string, unknown>>): Scheme {
  const { type, name, in: place, scheme: http, openIdConnectUrl, flows } = scheme;
  const header = place === "header" ? String(name).toLowerCase() : name;
  const id = stableJson([
    type,
    header,
    place,
    typeof http === "string" ? http.toLowerCase() : http,
    openIdConnectUrl,
  ]);
  const ways = Object.entries(recordOf(flows)).map(([flow, value]) => {
    const { authorizationUrl, tokenUrl } = recordOf(value);
    return stableJson([flow, authorizationUrl, tokenUrl]);
  });
  return { id, flows: new Set(ways) };
}

/** Whether credentials that a program has are those that are needed. */
function serves(given: Credential, needed: Credential): boolean {
  const [one, other] = [given.scheme, needed.scheme];
  const isSame =
    one && other
      ? one.id === other.id && [...one.flows].every((flow) => other.flows.has(flow))
      : given.name === needed.name;
  return isSame && needed.scopes.every((scope) => given.scopes.includes(scope));
}

function textOf(alternatives: readonly Alternative[]): string {
  const texts = alternatives.map((alternative) =>
    alternative.length === 0
      ? "no credentials"
      : alternative
          .map(({ name, scopes }) =>
            scopes.length === 0 ? name : `${name} (${[...scopes].sort().join(", ")})`,
          )
          .sort()
          .join(" with "),
  );
  return [...new Set(texts)].sort().join(", or ");
}
