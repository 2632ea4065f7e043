import { readdir } from "node:fs/promises";
import { documentsIn } from "./files/folder-documents.js";
import { readInputs } from "./files/read-inputs.js";
import { packageFolder } from "./shared/manifest.js";
import { compareDocuments, type DocumentPair } from "./diff/compare.js";
import { formatDifference } from "./diff/report/format.js";

/*
 * What changed in `openapi/` since the last release, and the version that the next one must have. The documents of that
 * release are kept in a folder that is called after it, so that a fresh clone has them, whatever tags it came with.
 */
const RELEASED = "openapi/released";

const [released = ""] = await readdir(`${packageFolder}/${RELEASED}`);
const { documents: before } = await documentsIn(`${packageFolder}/${RELEASED}/${released}`);
const { documents: after } = await documentsIn(`${packageFolder}/openapi`);
const pairs = await Promise.all([...new Set([...before, ...after])].sort().map(readPair));
console.log(formatDifference(await compareDocuments(pairs, released), "text"));

async function readPair(name: string): Promise<DocumentPair> {
  const [old] = before.includes(name)
    ? await readInputs([`${RELEASED}/${released}/${name}`], packageFolder)
    : [];
  const [revised] = after.includes(name) ? await readInputs([`openapi/${name}`], packageFolder) : [];
  return { ...(old && { before: old }), ...(revised && { after: revised }) };
}
