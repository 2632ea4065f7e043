import type { FormFields } from "../operation.js";
import { serializeForm } from "./serialize-form.js";
import { styledParameter } from "./styled-query.js";

/** Writes a form as `serializeForm` does, and the fields for which the document has a style, in that. */
export function serializeStyledForm(form: object, fields: FormFields): string {
  return Object.entries(form)
    .map(([name, value]: [string, unknown]) => {
      const field = fields[name] ?? {};
      const isStyled = (field.style ?? field.explode ?? field.allowReserved) !== undefined;
      return isStyled
        ? styledParameter(name, value, field).replaceAll("%20", "+")
        : serializeForm({ [name]: value }, fields);
    })
    .filter((part) => part !== "")
    .join("&");
}
