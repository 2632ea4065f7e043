import { documentsIn } from "./files/folder-documents.js";
import { readInputs } from "./files/read-inputs.js";
import { packageFolder } from "./shared/manifest.js";
import { missingWords } from "./adopt/words/missing-words.js";

/* Every place of our documents has words: `npm run adopt -- --words SERVICE` prints a worksheet of those that want some. */
const { documents } = await documentsIn(`${packageFolder}/openapi`);
const inputs = await readInputs(
  documents.map((name) => `openapi/${name}`),
  packageFolder,
);
const missing = inputs.flatMap(({ name, text }) => missingWords(name, text));
for (const line of missing) console.error(line);
if (missing.length > 0) process.exitCode = 1;
