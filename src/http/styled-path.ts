import { defaultPathSerializer } from "openapi-fetch";
import type { PathSerializer } from "../operation.js";
import { jsonOr, styledValue } from "./styled-value.js";

/** Fills in path parameters in the styles of OpenAPI; those without a style are filled in by openapi-fetch. */
export const serializeStyledPath: PathSerializer = (url, parameters, styles) => {
  const values = (parameters ?? {}) as Record<string, never>;
  const filledIn = Object.entries(styles).reduce((path, [name, style]) => {
    const { style: kind = "simple", explode = false } = style;
    const value = jsonOr(values[name], style);
    const options = { style: kind, explode, encode: encodeURIComponent };
    return path.replaceAll(`{${name}}`, () => styledValue(name, value, options));
  }, url);
  return defaultPathSerializer(filledIn, values);
};
