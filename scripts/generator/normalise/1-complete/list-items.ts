import { mapContents } from "../../document/contents.js";
import { mapValues, omit } from "../../document/records.js";
import type { DocumentStage } from "../stage.js";

/** Describes a body that OpenAPI 3.2 describes by its items, `itemSchema`, as the list of them. */
export const listItems: DocumentStage = (document) =>
  mapContents(document, (content) =>
    mapValues(content, (mediaType) => {
      const { itemSchema: items } = mediaType;
      if (items === undefined) return mediaType;
      return { ...omit(mediaType, "itemSchema"), schema: { type: "array", items }, "x-sequence": true };
    }),
  );
