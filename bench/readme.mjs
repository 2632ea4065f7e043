import { readFile, writeFile } from "node:fs/promises";
import { format, resolveConfig } from "prettier";

const README = new URL("README.md", import.meta.url);

/** Replaces a section of README.md, which stands between two markers. */
export async function writeSection(name, text) {
  const begin = `<!-- ${name}: begin -->`;
  const end = `<!-- ${name}: end -->`;
  const readme = await readFile(README, "utf8");
  const [before, section] = readme.split(begin);
  const after = section?.split(end)[1];
  if (after === undefined) throw new Error(`bench/README.md lacks the markers ${begin} and ${end}`);
  const options = { ...(await resolveConfig(README)), parser: "markdown" };
  await writeFile(README, await format(`${before}${begin}\n\n${text}\n\n${end}${after}`, options));
}
