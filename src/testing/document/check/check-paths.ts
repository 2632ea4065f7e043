import { suggest } from "../../../util/suggest.js";
import { METHODS } from "../methods.js";
import { pathItemAt } from "../path-items.js";
import { namesIn, plainTemplate } from "../path-template.js";
import { isReference, resolveReference } from "../references.js";
import type { Mistake, Place } from "./mistakes.js";

type Json = Readonly<Record<string, unknown>>;

/** What else a path may have, of OpenAPI 3.2 as well. */
const OTHERS = ["$ref", "summary", "description", "servers", "parameters", "query", "additionalOperations"];

/**
 * Mistakes between two places of a document: a path parameter that the path lacks, a security scheme that is not defined. And
 * misspelt methods: their operations would be missing.
 *
 * What has another shape than OpenAPI says is passed over.
 */
export function checkPaths(content: unknown): readonly Mistake[] {
  const { paths, components, security } = objectOf(content);
  const schemes = Object.keys(objectOf(objectOf(components)["securitySchemes"]));
  return [
    ...checkSecurity(security, schemes, ["security"]),
    ...Object.entries(objectOf(paths)).flatMap(([path, raw]) => {
      if (path.startsWith("x-")) return [];
      const item = objectOf(itemOf(raw, content));
      const place = ["paths", path];
      const operations = METHODS.filter((method) => method in item);
      return [
        ...checkMethods(item, place),
        ...checkParameters(item, path, content, place),
        ...operations.flatMap((method) => [
          ...checkParameters(objectOf(item[method]), path, content, [...place, method]),
          ...checkSecurity(objectOf(item[method])["security"], schemes, [...place, method, "security"]),
        ]),
      ];
    }),
  ];
}

function checkMethods(item: Json, place: Place): readonly Mistake[] {
  return Object.keys(item).flatMap((key) => {
    const isKnown = key.startsWith("x-") || [...METHODS, ...OTHERS].includes(key);
    const near = isKnown ? undefined : suggest(key, METHODS);
    return near === undefined
      ? []
      : [{ pointer: [...place, key], message: `is no method: did you mean ${near}?` }];
  });
}

/** A path parameter that the path lacks could be sent by no request. One of the path need not be declared. */
function checkParameters(
  { parameters }: Json,
  path: string,
  content: unknown,
  place: Place,
): readonly Mistake[] {
  const names = namesIn(plainTemplate(path));
  return listOf(parameters).flatMap((raw, index) => {
    const { name, in: location } = objectOf(targetOf(raw, content));
    if (location !== "path" || typeof name !== "string" || names.includes(name)) return [];
    const near = suggest(name, names);
    const message = `is the path parameter ${name}, and ${path} has no {${name}}`;
    return [
      {
        pointer: [...place, "parameters", String(index)],
        message: near === undefined ? message : `${message}: did you mean {${near}}?`,
      },
    ];
  });
}

/** A piece of a document has no security schemes at all. In OpenAPI 3.2, a reference may stand for a name. */
function checkSecurity(security: unknown, schemes: readonly string[], place: Place): readonly Mistake[] {
  if (schemes.length === 0) return [];
  return listOf(security).flatMap((requirement, index) =>
    Object.keys(objectOf(requirement))
      .filter((name) => !schemes.includes(name) && !name.includes("/"))
      .map((name) => {
        const near = suggest(name, schemes);
        const message = "is no security scheme of the document";
        return {
          pointer: [...place, String(index), name],
          message: near === undefined ? message : `${message}: did you mean ${near}?`,
        };
      }),
  );
}

/** A reference that leads nowhere is reported by itself. */
function itemOf(raw: unknown, content: unknown): unknown {
  try {
    return pathItemAt(raw, content);
  } catch {
    return raw;
  }
}

/** What a reference leads to; one that leads nowhere is reported by itself. */
function targetOf(value: unknown, content: unknown): unknown {
  if (!isReference(value)) return value;
  try {
    return resolveReference(content, value.$ref).value;
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
