import type { OpenApiDocument } from "../../document/openapi.js";
import { omit } from "../../document/records.js";
import { mapOperations } from "../../document/schemas.js";

/** Gives every operation the security that its document requires of all, save those that say their own. */
export function completeSecurity(document: OpenApiDocument): OpenApiDocument {
  const { security } = document;
  if (!security) return document;
  const paths = mapOperations(document.paths, (operation) => ({ security, ...operation }));
  return { ...omit(document, "security"), paths };
}
