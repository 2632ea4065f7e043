import { camelCase, isMemberName } from "./names.js";

/** The place in the client of the operations of a path. */
export interface ResourcePath {
  /** `["pim", "v1"]` of `/pim/v1/integrations/{id}`. */
  readonly service: readonly string[];
  /** `["integrations"]`; sub-resources follow, path parameters are left out. */
  readonly resource: readonly string[];
  /** `validate` of `/pim/v2/integrations:validate`. */
  readonly verb?: string;
}

const CLIENT_METHODS = new Set(["request", "use", "eject", "paginate", "rateLimit"]);
/** What a version looks like, which is the last part of a service's name where it has one. */
export const VERSION = /^v\d/;
const PARAMETER = /\{[^{}]*\}/g;

/** The place of a path is asked for in many stages. */
const parsed = new Map<string, ResourcePath>();

export function parsePath(path: string): ResourcePath {
  const known = parsed.get(path) ?? placeOf(path);
  parsed.set(path, known);
  return known;
}

function placeOf(path: string): ResourcePath {
  const [location = ""] = path.split("?");
  const [resources = "", verb] = location.replace(PARAMETER, "").split(":");
  const found = resources
    .split("/")
    .map(camelCase)
    .filter((name) => name !== "")
    .map((name) => (isMemberName(name) ? name : `${name}Resource`));
  const [first = "root", ...others] =
    found.length === 1 && VERSION.test(found[0] ?? "") ? [...found, "root"] : found;
  // Services are properties of the client, beside its own methods.
  const names = [CLIENT_METHODS.has(first) ? `${first}Service` : first, ...others];
  // A service is everything up to its version: at least two names if the version comes first, one if there is no version.
  const version = names.findIndex((name) => VERSION.test(name));
  const length = version === -1 ? 1 : Math.max(version + 1, 2);
  return {
    service: names.slice(0, length),
    resource: names.slice(length),
    ...(verb !== undefined && { verb: camelCase(verb) }),
  };
}

/** The names of the parameters of a path template, in order. */
export function pathParameterNames(path: string): readonly string[] {
  return [...path.matchAll(PARAMETER)].map(([parameter]) => parameter.slice(1, -1));
}
