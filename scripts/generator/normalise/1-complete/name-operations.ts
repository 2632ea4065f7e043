import { camelCase, freeName, pascalCase } from "../../document/names.js";
import type { Pointer } from "../../document/pointer.js";
import { mapOperations } from "../../document/schemas.js";
import type { Part } from "../../read/part.js";
import type { Stage } from "../stage.js";

/**
 * Gives each operation an id of its own. One without an id is named for its method and path; of two with the same id, the
 * later one gets its path added. Two descriptions of the same method of the same path keep their id: `merge` refuses them.
 */
export const nameOperations: Stage<readonly Part[]> = (parts) => {
  const places = new Map<string, string>();
  return parts.map((part) => {
    const paths = mapOperations(part.document.paths, (operation, pointer) => {
      const place = pointer.slice(1).join(" ");
      const { operationId } = operation;
      const isTaken = (id: string): boolean => (places.get(id) ?? place) !== place;
      const id =
        operationId && !isTaken(operationId)
          ? operationId
          : freeName(namesFor(operationId, pointer), isTaken);
      places.set(id, place);
      if (id === operationId) return operation;
      const reason = operationId
        ? `${operationId} is the id of another operation`
        : "the operation has no id";
      part.report(pointer, `${reason}: it is ${id} now`);
      return { ...operation, operationId: id };
    });
    return { ...part, document: { ...part.document, paths } };
  });
};

function namesFor(operationId: string | undefined, [, path = "", method = ""]: Pointer): readonly string[] {
  const place = pascalCase(path);
  return [operationId ? operationId + place : camelCase(method) + place];
}
