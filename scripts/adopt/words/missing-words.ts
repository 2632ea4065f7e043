import { formatPointer } from "../../generator/document/pointer.js";
import { isRecord } from "../../generator/document/records.js";
import { readSource } from "../../generator/read/source.js";
import { placesWithoutWords } from "./places.js";

/** The places of a document that want words, a line each. */
export function missingWords(name: string, text: string): readonly string[] {
  const source = readSource(name, text);
  const { data } = source;
  if (!isRecord(data)) return [];
  return placesWithoutWords(data).map(
    ({ pointer, key }) => source.error(pointer, `#${formatPointer(pointer)} has no ${key}`).message,
  );
}
