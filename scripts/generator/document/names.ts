import type { OpenApiDocument } from "./openapi.js";
import { HTTP_METHODS } from "./openapi.js";
import type { Pointer } from "./pointer.js";

/** `service-accounts` and `service_accounts` become `ServiceAccounts`; capital letters stay. */
export function pascalCase(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

export function camelCase(text: string): string {
  const name = pascalCase(text);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

export function isIdentifier(text: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(text);
}

/** A component's key often starts with its service: `pim.v1.Integration` is `Integration` of `pim.v1`. */
export function splitKey(key: string): { readonly service: string; readonly name: string } {
  const dot = key.lastIndexOf(".");
  return { service: key.slice(0, Math.max(dot, 0)), name: key.slice(dot + 1) };
}

/** The TypeScript name of a component, without its service. */
export function typeName(key: string): string {
  const name = pascalCase(splitKey(key).name);
  return isIdentifier(name) ? name : `_${name}`;
}

/** A key for an inline schema, made of its place: `config` of `pim.v1.Integration` is `pim.v1.IntegrationConfig`. */
export function keyAt(pointer: Pointer, document: OpenApiDocument): string {
  const [root, section, name = ""] = pointer;
  if (root === "components") return name + suffixOf(pointer.slice(3));
  const item = document.paths[section ?? ""];
  const method = HTTP_METHODS.find((candidate) => candidate === name);
  return pascalCase((method && item?.[method]?.operationId) ?? "") + suffixOf(pointer.slice(3));
}

const SUFFIXES: Readonly<Record<string, string>> = {
  items: "Item",
  prefixItems: "Item",
  additionalProperties: "Value",
  patternProperties: "Value",
  requestBody: "Body",
  responses: "Response",
};

function suffixOf(pointer: Pointer): string {
  return pointer
    .map((key, index) => (pointer[index - 1] === "properties" ? pascalCase(key) : (SUFFIXES[key] ?? "")))
    .join("");
}

/** The first name that is not taken; if all are, the last one with the lowest number that makes it free. */
export function freeName(names: readonly string[], isTaken: (name: string) => boolean): string {
  const free = names.find((name) => !isTaken(name));
  if (free !== undefined) return free;
  const last = names.at(-1) ?? "";
  for (let number = 2; ; number++) {
    if (!isTaken(`${last}${number}`)) return `${last}${number}`;
  }
}

/** The first word of an operation's id, which says what it does: `list` of `listPimV1Integrations`. */
export function verbOf(operationId: string): string {
  const [word = operationId] = /^[A-Z]?[a-z0-9]+/.exec(operationId) ?? [];
  return camelCase(word);
}
