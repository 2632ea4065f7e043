import { readdir } from "node:fs/promises";
import { compareDocuments } from "./diff/compare.js";
import { formatDifference } from "./diff/format.js";
import { nextVersion } from "./diff/next-version.js";
import { IMPACTS, type Impact } from "./diff/rate.js";
import { documentsIn } from "./files/folder-documents.js";
import { readInputs } from "./files/read-inputs.js";
import { packageFolder } from "./shared/manifest.js";

/*
 * Prints what changed in `openapi/` since the last release, and the version that the next release must have. The documents
 * of that release are in a folder named for its version, so that they do not have to be read from a git tag, which a
 * shallow clone lacks.
 */
const RELEASED = "openapi/released";

const [released = ""] = await readdir(`${packageFolder}/${RELEASED}`);
const { documents: before } = await documentsIn(`${packageFolder}/${RELEASED}/${released}`);
const { documents: after } = await documentsIn(`${packageFolder}/openapi`);
const steps: Impact[] = [];
for (const name of [...new Set([...before, ...after])].sort()) {
  const step = await compareReleased(name);
  if (step !== "none") steps.push(step);
}
const step = IMPACTS.findLast((impact) => steps.includes(impact));
console.log(step ? `next version: ${nextVersion(released, step)} (${step})` : `as released in ${released}`);

async function compareReleased(name: string): Promise<Impact | "none"> {
  if (!before.includes(name)) {
    console.log(`${name}: added`);
    return "minor";
  }
  if (!after.includes(name)) {
    console.log(`${name}: removed`);
    return "major";
  }
  const paths = [`${RELEASED}/${released}/${name}`, `openapi/${name}`];
  const [earlier, later] = await readInputs(paths, packageFolder);
  if (!earlier || !later) throw new Error(`${name} cannot be read`);
  if (earlier.text === later.text) return "none";
  const difference = await compareDocuments(earlier, later);
  console.log(`${name}\n${formatDifference(difference, "text")}`);
  return difference.step;
}
