import { omit } from "../../document/records.js";
import { mapOperations } from "../../document/schemas.js";
import type { DocumentStage } from "../stage.js";

/** Gives the document's security to each operation that declares none. */
export const completeSecurity: DocumentStage = (document) => {
  const { security } = document;
  if (!security) return document;
  const paths = mapOperations(document.paths, (operation) => ({ security, ...operation }));
  return { ...omit(document, "security"), paths };
};
