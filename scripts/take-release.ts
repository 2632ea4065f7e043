import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";

/*
 * What a new version takes beside package.json and CHANGELOG.md, which changesets has written: the version in the source and
 * in the lock file, and the documents as they are now, which later ones are compared with by `npm run diff:release`. Runs in
 * the package's folder.
 */
const RELEASED = "openapi/released";

const { version } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };

// Or documents that were never released would pass for those that were.
if ((await readdir(RELEASED)).includes(version)) {
  console.error(`${version} has been released already. A change comes with a changeset: npx changeset`);
  process.exit(1);
}

await edit("src/util/version.ts", (source) => source.replace(/version = "[^"]*"/, `version = "${version}"`));
await edit("package-lock.json", (text) => {
  const lock = JSON.parse(text) as { version: string; packages: { "": { version: string } } };
  lock.version = lock.packages[""].version = version;
  return `${JSON.stringify(lock, null, 2)}\n`;
});

await rm(RELEASED, { recursive: true, force: true });
await mkdir(`${RELEASED}/${version}`, { recursive: true });
for (const name of await readdir("openapi")) {
  if (name !== "released") await cp(`openapi/${name}`, `${RELEASED}/${version}/${name}`);
}
console.log(`${version}: src/util/version.ts, package-lock.json and ${RELEASED}/${version} say so`);

async function edit(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, "utf8")));
}
