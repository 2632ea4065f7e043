import { execFileSync, spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** A copy of what the script writes to, with the version that changesets has given it. */
let folder: string;
const script = resolve("build/take-release.js");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "release-"));
  for (const name of ["src/util/version.ts", "package-lock.json", "openapi"]) {
    await cp(name, join(folder, name), { recursive: true });
  }
  await mkdir(join(folder, "openapi/released/0.0.1"));
  await writeFile(join(folder, "openapi/pim-v1.overlay.yaml"), "overlay: 1.0.0\n");
  await writeFile(join(folder, "package.json"), JSON.stringify({ version: "8.9.10" }));
  execFileSync(process.execPath, [script], { cwd: folder });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const read = (name: string): Promise<string> => readFile(join(folder, name), "utf8");

test("the source and the lock file have the new version, and no other change", async () => {
  const { version } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };
  const source = await readFile("src/util/version.ts", "utf8");
  expect(await read("src/util/version.ts")).toBe(source.replace(version, "8.9.10"));
  const lock = await readFile("package-lock.json", "utf8");
  const ours = `"name": "confluent-cloud-sdk",\n`;
  expect((await read("package-lock.json")).split("\n")).toEqual(
    lock.replaceAll(new RegExp(`(${ours}.*"version": )"${version}"`, "g"), `$1"8.9.10"`).split("\n"),
  );
});

test("the next release is compared with the documents of this one, overlays included", async () => {
  expect(await readdir(join(folder, "openapi/released"))).toEqual(["8.9.10"]);
  const documents = (await readdir(join(folder, "openapi"))).filter((name) => name.endsWith(".yaml"));
  expect(documents).toContain("pim-v1.overlay.yaml");
  expect(await readdir(join(folder, "openapi/released/8.9.10"))).toEqual(documents);
  expect(await read("openapi/released/8.9.10/pim-v1.yaml")).toBe(await read("openapi/pim-v1.yaml"));
});

test("a version is released once", async () => {
  await writeFile(join(folder, "openapi/pim-v1.yaml"), "openapi: 3.1.0\n");
  const { status, stderr } = spawnSync(process.execPath, [script], { cwd: folder, encoding: "utf8" });
  expect(status).toBe(1);
  expect(stderr).toBe("8.9.10 has been released already. Add a changeset first: npx changeset\n");
  expect(await read("openapi/released/8.9.10/pim-v1.yaml")).not.toBe(await read("openapi/pim-v1.yaml"));
});
