import { ConfigurationError } from "../errors/index.js";
import type { ParameterStyle, QuerySerializer } from "../operation.js";
import { serializeQuery } from "./serialize-query.js";
import { isPresent, jsonOr, styledValue } from "./styled-value.js";

/**
 * Serialises a query with parameters in the styles of OpenAPI; those without a style are written as usual.
 *
 * @throws {ConfigurationError} for a value that cannot be encoded
 */
export const serializeStyledQuery: QuerySerializer = (query, styles) =>
  Object.entries(query ?? {})
    .map(([name, value]: [string, unknown]) => {
      const style = Object.hasOwn(styles, name) ? styles[name] : undefined;
      return style ? styledParameter(name, value, style) : serializeQuery({ [name]: value });
    })
    .filter((part) => part !== "")
    .join("&");

/** One parameter, or one field of a form: nothing for undefined and null. */
export function styledParameter(name: string, value: unknown, style: ParameterStyle): string {
  if (!isPresent(value)) return "";
  const { style: kind = "form", explode = kind === "form", allowReserved } = style;
  const encode = (text: string): string => {
    const encoded = encodeURIComponent(wellFormed(text, name));
    return allowReserved ? withReserved(encoded) : encoded;
  };
  if (kind === "deepObject") {
    const written = serializeQuery({ [name]: value });
    return allowReserved ? withReserved(written) : written;
  }
  return styledValue(name, jsonOr(value, style), { style: kind, explode, encode });
}

/**
 * Reserved characters as they are (RFC 6570, section 3.2.3), with what is encoded already. `&`, `#` and `+` stay encoded: a
 * server would take them for the end of the value or of the query, or for a space.
 */
function withReserved(encoded: string): string {
  return encoded
    .replace(/%(?:3A|2F|3F|5B|5D|40|24|2C|3B|3D)/g, decodeURIComponent)
    .replace(/%25([\dA-F]{2})/gi, "%$1");
}

function wellFormed(text: string, name: string): string {
  if (!/\p{Cs}/u.test(text)) return text;
  throw new ConfigurationError(`query parameter \`${name}\` cannot be encoded: it has half a surrogate pair`);
}
