import { readdir } from "node:fs/promises";
import { documentsIn } from "./command/folder-documents.js";
import { readInputs } from "./command/inputs.js";
import { packageFolder } from "./command/manifest.js";
import { compareDocuments } from "./diff/compare.js";
import { formatDifference } from "./diff/format.js";
import { IMPACTS, type Impact } from "./diff/rate.js";
import { nextVersion } from "./diff/next-version.js";

/*
 * What changed in `openapi/` since the last release, and the version that the next one must have. The documents of that
 * release are kept in a folder that is called after it, so that a fresh clone has them, whatever tags it came with.
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
  const [old, young] = await readInputs(paths, packageFolder);
  if (!old || !young) throw new Error(`${name} is gone`);
  if (old.text === young.text) return "none";
  const difference = await compareDocuments(old, young);
  console.log(`${name}\n${formatDifference(difference, "text")}`);
  return difference.step;
}
