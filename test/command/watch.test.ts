import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createProject, outcomeOf, type Project } from "./command.js";

let project: Project;
beforeEach(async () => {
  project = await createProject();
});
afterEach(() => project.remove());

it("--watch generates once more for a change, lives through a slip, and ends on SIGINT", async () => {
  const document = join(project.folder, "garden.yaml");
  const child = project.start(["generate", "garden.yaml", "--out", "api", "--watch"]);
  const outcome = outcomeOf(child);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text: string) => said.push(text));
  const until = (text: string): Promise<void> =>
    vi.waitFor(() => expect(said.join("")).toContain(text), { timeout: 10_000 });

  await until("watching");
  const text = await readFile(document, "utf8");
  await appendFile(document, "slip: [\n");
  await until("garden.yaml:");

  await writeFile(document, text.replace("Whispered to it", "Sung to it"));
  await until("api: 1 written");
  expect(await readFile(join(project.folder, "api/types.ts"), "utf8")).toContain("Sung to it");

  child.kill("SIGINT");
  const { code, out } = await outcome;
  expect(code).toBe(0);
  expect(out.match(/^api: .+$/gm)).toEqual([
    "api: 3 written, 0 removed, 0 unchanged",
    "api: 1 written, 0 removed, 2 unchanged",
  ]);
});
