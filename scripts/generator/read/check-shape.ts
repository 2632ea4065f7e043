import { nearestName } from "../document/nearest-name.js";
import { HTTP_METHODS, type OpenApiDocument } from "../document/openapi.js";
import type { Pointer } from "../document/pointer.js";
import { isRecord } from "../document/records.js";
import type { Source } from "./source.js";

/** What a path may have, of OpenAPI 3.2 as well. */
const PATH_ITEM_KEYS: readonly string[] = [
  ...HTTP_METHODS,
  ...["$ref", "summary", "description", "servers", "parameters", "query", "additionalOperations"],
];

/**
 * Checks that a document has the shape that OpenAPI prescribes, as far as the generator relies on it: a mistake is
 * reported at its place, and does not crash a later step.
 *
 * @throws {DocumentError} for a value of another shape
 */
export function checkShape(data: unknown, source: Source): OpenApiDocument {
  const { record, list, text, each, eachOf, optional } = shapes(source);

  function checkDocument(): OpenApiDocument {
    const root = record(data, []);
    const openapi = checkVersion(root, source);
    if (root["paths"] === undefined && "webhooks" in root) {
      throw source.error(
        ["webhooks"],
        "it describes webhooks only, so there is nothing to call: leave this document out",
      );
    }
    optional(root, [], "x-base-url", checkOwnBaseUrl);
    optional(root, [], "x-service", checkServiceName);
    const paths = record(root["paths"], ["paths"]);
    for (const [path, item] of Object.entries(paths)) checkPathItem(path, item);
    const components = record(root["components"] ?? {}, ["components"]);
    const schemas = record(components["schemas"] ?? {}, ["components", "schemas"]);
    const responses = record(components["responses"] ?? {}, ["components", "responses"]);
    each(schemas, ["components", "schemas"], checkSchema);
    each(responses, ["components", "responses"], checkResponse);
    const securitySchemes = record(components["securitySchemes"] ?? {}, ["components", "securitySchemes"]);
    each(securitySchemes, ["components", "securitySchemes"], record);
    optional(root, [], "info", checkInfo);
    optional(root, [], "tags", (tags, place) =>
      eachOf(tags, place, (tag, at) => text(record(tag, at)["name"], [...at, "name"])),
    );
    optional(root, [], "security", checkSecurity);
    return {
      ...root,
      openapi,
      paths,
      components: { schemas, responses, securitySchemes },
    } as OpenApiDocument;
  }

  function checkInfo(value: unknown, pointer: Pointer): void {
    const info = record(value, pointer);
    optional(info, pointer, "title", text);
    optional(info, pointer, "version", text);
  }

  function checkSecurity(value: unknown, pointer: Pointer): void {
    eachOf(value, pointer, (requirement, place) => each(requirement, place, list));
  }

  function checkOwnBaseUrl(value: unknown, pointer: Pointer): void {
    const isUrl = typeof value === "string" && URL.canParse(value);
    if (value !== "required" && !isUrl) throw source.error(pointer, "x-base-url is a URL, or `required`");
  }

  function checkServiceName(value: unknown, pointer: Pointer): void {
    const isName = typeof value === "string" && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(value);
    if (!isName) throw source.error(pointer, "x-service is a name such as `library-v1`");
  }

  function checkPathItem(path: string, value: unknown): void {
    const pointer = ["paths", path];
    if (!path.startsWith("/")) throw source.error(pointer, "a path must start with a slash");
    const item = record(value, pointer);
    optional(item, pointer, "parameters", checkParameters);
    refuseMisspeltMethods(item, pointer);
    for (const method of HTTP_METHODS) optional(item, pointer, method, checkOperation);
  }

  /** The operation would be left out without a word. */
  function refuseMisspeltMethods(item: Readonly<Record<string, unknown>>, pointer: Pointer): void {
    for (const key of Object.keys(item)) {
      if (key.startsWith("x-") || PATH_ITEM_KEYS.includes(key)) continue;
      const meant = nearestName(key, HTTP_METHODS);
      if (meant !== undefined)
        throw source.error([...pointer, key], `there is no method \`${key}\`: did you mean \`${meant}\`?`);
    }
  }

  function checkOperation(value: unknown, pointer: Pointer): void {
    const operation = record(value, pointer);
    optional(operation, pointer, "operationId", text);
    optional(operation, pointer, "tags", (tags, place) => eachOf(tags, place, text));
    optional(operation, pointer, "security", checkSecurity);
    optional(operation, pointer, "parameters", checkParameters);
    optional(operation, pointer, "requestBody", (body, place) =>
      checkContent(record(body, place)["content"], [...place, "content"]),
    );
    each(operation["responses"], [...pointer, "responses"], checkResponse);
  }

  function checkParameters(value: unknown, pointer: Pointer): void {
    eachOf(value, pointer, (item, place) => {
      const parameter = record(item, place);
      text(parameter["name"], [...place, "name"]);
      text(parameter["in"], [...place, "in"]);
      optional(parameter, place, "schema", checkSchema);
      optional(parameter, place, "content", checkContent);
      optional(parameter, place, "style", text);
    });
  }

  function checkResponse(value: unknown, pointer: Pointer): void {
    const response = record(value, pointer);
    optional(response, pointer, "$ref", text);
    optional(response, pointer, "content", checkContent);
    optional(response, pointer, "headers", (headers, place) =>
      each(headers, place, (header, at) => optional(record(header, at), at, "schema", checkSchema)),
    );
  }

  function checkContent(value: unknown, pointer: Pointer): void {
    each(value, pointer, (item, place) => {
      for (const key of ["schema", "itemSchema"]) optional(record(item, place), place, key, checkSchema);
      optional(record(item, place), place, "encoding", checkEncoding);
    });
  }

  function checkEncoding(value: unknown, pointer: Pointer): void {
    each(value, pointer, (item, place) => {
      for (const key of ["contentType", "style"]) optional(record(item, place), place, key, text);
      optional(record(item, place), place, "headers", (headers, at) => each(headers, at, record));
    });
  }

  function checkSchema(value: unknown, pointer: Pointer): void {
    if (typeof value === "boolean") return;
    const schema = record(value, pointer);
    optional(schema, pointer, "$ref", text);
    optional(schema, pointer, "type", checkType);
    optional(schema, pointer, "discriminator", checkDiscriminator);
    for (const key of ["properties", "patternProperties"]) {
      optional(schema, pointer, key, (properties, place) => each(properties, place, checkSchema));
    }
    optional(schema, pointer, "items", checkSchema);
    optional(schema, pointer, "additionalProperties", checkSchema);
    for (const key of ["allOf", "anyOf", "oneOf", "prefixItems"]) {
      optional(schema, pointer, key, (schemas, place) => eachOf(schemas, place, checkSchema));
    }
    optional(schema, pointer, "required", (names, place) => eachOf(names, place, text));
    for (const key of ["enum", "x-extensible-enum"]) optional(schema, pointer, key, list);
  }

  function checkType(value: unknown, pointer: Pointer): void {
    // YAML reads a bare `null` as a value, not as the name of a type.
    if (value === null) return;
    if (Array.isArray(value)) eachOf(value, pointer, (name, place) => name === null || text(name, place));
    else text(value, pointer);
  }

  function checkDiscriminator(value: unknown, pointer: Pointer): void {
    const discriminator = record(value, pointer);
    text(discriminator["propertyName"], [...pointer, "propertyName"]);
    optional(discriminator, pointer, "mapping", (mapping, place) =>
      each(mapping, place, (target, at) => isRecord(target) || text(target, at)),
    );
  }

  return checkDocument();
}

/** @returns the version of OpenAPI */
function checkVersion({ openapi, swagger }: Readonly<Record<string, unknown>>, source: Source): string {
  if (typeof openapi === "string" && openapi.startsWith("3.")) return openapi;
  if (typeof openapi === "number" && openapi >= 3 && openapi < 4) {
    const version = `${openapi}${Number.isInteger(openapi) ? ".0" : ""}.0`;
    throw source.error(["openapi"], `YAML reads ${openapi} as a number: write \`openapi: "${version}"\``);
  }
  if (openapi === undefined && swagger !== undefined) {
    throw source.error(
      ["swagger"],
      "this is Swagger 2.0: convert it to OpenAPI 3 first, for example with `npx swagger2openapi --yaml --outfile NEW OLD`",
    );
  }
  throw source.error(["openapi"], "an OpenAPI document says `openapi: 3.x`");
}

type Check = (value: unknown, pointer: Pointer) => unknown;

/** Checks of a value's shape, each of which throws for another shape. */
function shapes(source: Source) {
  const record = (value: unknown, pointer: Pointer): Record<string, unknown> => {
    if (!isRecord(value)) throw source.error(pointer, `${nameOf(pointer)} must be a mapping`);
    return value;
  };
  const list = (value: unknown, pointer: Pointer): readonly unknown[] => {
    if (!Array.isArray(value)) throw source.error(pointer, `${nameOf(pointer)} must be a list`);
    return value;
  };
  const text = (value: unknown, pointer: Pointer): string => {
    if (typeof value !== "string") throw source.error(pointer, `${nameOf(pointer)} must be a string`);
    return value;
  };
  const each = (value: unknown, pointer: Pointer, check: Check): void => {
    for (const [key, child] of Object.entries(record(value, pointer))) check(child, [...pointer, key]);
  };
  const eachOf = (value: unknown, pointer: Pointer, check: Check): void => {
    for (const [index, child] of list(value, pointer).entries()) check(child, [...pointer, String(index)]);
  };
  const optional = (parent: Record<string, unknown>, pointer: Pointer, key: string, check: Check): void => {
    if (parent[key] !== undefined) check(parent[key], [...pointer, key]);
  };
  return { record, list, text, each, eachOf, optional };
}

function nameOf(pointer: Pointer): string {
  return pointer.length === 0 ? "the document" : `\`${pointer.at(-1) ?? ""}\``;
}
