import { jsonKinds } from "../document/json-kinds.js";
import type { OpenApiDocument, Parameter } from "../document/openapi.js";
import { contentOf } from "../document/parameter-schema.js";
import { code } from "./literal.js";
import type { Method } from "./methods.js";

const SERIALIZERS = {
  styledQuery: "serializeStyledQuery",
  styledPath: "serializeStyledPath",
  styledHeaders: "serializeStyledHeaders",
} as const;

/**
 * What the table of operations says of parameters that are not written as usual; see `src/operation.ts`.
 *
 * @param used receives the names of the functions that write them
 */
export function stylesEntry(method: Method, document: OpenApiDocument, used: Set<string>): object {
  const { query, pathParameters, headers } = method;
  const entry = (key: keyof typeof SERIALIZERS, parameters: readonly Parameter[]): object => {
    const styles = parameters.flatMap((parameter) => {
      const style = styleOf(parameter, document);
      return style ? [[parameter.name, style] as const] : [];
    });
    if (styles.length === 0) return {};
    used.add(SERIALIZERS[key]);
    return { [key]: { serialize: code(SERIALIZERS[key]), styles: Object.fromEntries(styles) } };
  };
  return {
    ...entry("styledQuery", query),
    ...entry("styledPath", pathParameters),
    ...entry("styledHeaders", headers),
  };
}

/** How a parameter is written; undefined if the client does so anyway. */
function styleOf(parameter: Parameter, document: OpenApiDocument): object | undefined {
  if (contentOf(parameter)) return { json: true };
  const kinds = jsonKinds(parameter.schema ?? { type: "string" }, document);
  const isObject = kinds.has("object");
  if (parameter.in === "query") return queryStyle(parameter, isObject, isObject || kinds.has("array"));
  const { style = "simple", explode = false } = parameter;
  if (parameter.in === "header")
    return isObject ? { ...(explode && { explode }), style: "simple" } : undefined;
  if (style === "simple" && !(explode && isObject)) return undefined;
  return { ...(style !== "simple" && { style }), ...(explode && { explode }) };
}

/** The client writes lists with a name for each item, and objects as `deepObject`. */
function queryStyle(parameter: Parameter, isObject: boolean, hasParts: boolean): object | undefined {
  const { style = "form", explode = style === "form", allowReserved } = parameter;
  const reserved = allowReserved ? { allowReserved } : undefined;
  if (style === "deepObject") return reserved && { style, ...reserved };
  if (hasParts && !explode) return style === "form" ? { explode, ...reserved } : { style, ...reserved };
  return isObject ? { style: "form", ...reserved } : reserved;
}
