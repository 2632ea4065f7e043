import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { appendFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createProject, outcomeOf, type Project } from "./command.js";

let project: Project;
beforeEach(async () => {
  project = await createProject();
});
afterEach(() => project.remove());

/** Gives a function that waits until a process prints a text, after what was waited for before. */
function listenTo(child: ChildProcessWithoutNullStreams): (text: string) => Promise<void> {
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: string) => (printed += text));
  return async (text) => {
    await vi.waitFor(() => expect(printed).toContain(text), { timeout: 10_000 });
    printed = printed.slice(printed.indexOf(text) + text.length);
  };
}

it("--watch generates again after a change, survives a syntax error, and ends on SIGINT", async () => {
  const document = join(project.folder, "garden.yaml");
  const child = project.start(["generate", "garden.yaml", "--out", "api", "--watch"]);
  const outcome = outcomeOf(child);
  const until = listenTo(child);

  await until("watching");
  const text = await readFile(document, "utf8");
  await appendFile(document, "slip: [\n");
  await until("garden.yaml:");

  await writeFile(document, text.replace("Whispered to it", "Sung to it"));
  await until("api: 1 written");
  expect(await readFile(join(project.folder, "api/garden-v1.ts"), "utf8")).toContain("Sung to it");

  child.kill("SIGINT");
  const { code, out } = await outcome;
  expect(code).toBe(0);
  expect(out.match(/^api: .+$/gm)).toEqual([
    "api: 2 written, 0 removed, 0 unchanged",
    "api: 1 written, 0 removed, 1 unchanged",
  ]);
});

it("--watch follows a folder that is created later or recreated, as are the folders above it", async () => {
  const folder = join(project.folder, "specs/documents");
  const text = await readFile(join(project.folder, "garden.yaml"), "utf8");
  const recreate = async (edit: (text: string) => string): Promise<void> => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "garden.yaml"), edit(text));
  };
  const child = project.start(["generate", "specs/documents", "--out", "api", "--watch"]);
  const outcome = outcomeOf(child);
  const until = listenTo(child);
  await until("watching");
  await recreate((same) => same);
  await until("api: 2 written");

  for (const [gone, word] of [
    [folder, "Sung"],
    [join(project.folder, "specs"), "Hummed"],
  ] as const) {
    await rm(gone, { recursive: true });
    await until("specs/documents: there is no such file");
    await recreate((same) => same.replace("Whispered to it", `${word} to it`));
    await until("api: 1 written");
    expect(await readFile(join(project.folder, "api/garden-v1.ts"), "utf8")).toContain(`${word} to it`);
  }
  await rename(folder, `${folder}-before`);
  await recreate((same) => same);
  await until("api: 1 written");
  await writeFile(join(folder, "garden.yaml"), text.replace("Whispered to it", "Recited to it"));
  await until("api: 1 written");

  child.kill("SIGHUP");
  expect((await outcome).code).toBe(0);
});
