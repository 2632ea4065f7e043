import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";

/*
 * Completes a new version after changesets has written package.json and CHANGELOG.md: updates the version in the source
 * and in the lock file, and copies the documents, so that `npm run diff:release` can compare later ones with them. Runs in
 * the package's folder.
 */
const RELEASED = "openapi/released";

const { version } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };

// Released documents must not be overwritten by documents that are not released.
if ((await readdir(RELEASED)).includes(version)) {
  console.error(`${version} has been released already. Add a changeset first: npx changeset`);
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
  if (name.endsWith(".yaml")) await cp(`openapi/${name}`, `${RELEASED}/${version}/${name}`);
}
console.log(`${version}: updated src/util/version.ts, package-lock.json and ${RELEASED}/${version}`);

async function edit(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, "utf8")));
}
