import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { parse } from "yaml";
import { run } from "../../scripts/adopt/run.js";
import type { Node } from "../../scripts/generator/document/nodes.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PUBLISHED = new URL("../fixtures/published/", import.meta.url);

export interface Said {
  readonly exitCode: number;
  readonly printed: string;
  readonly complaints: string;
}

/** A folder of documents of ours, and one of published documents, for one test. */
export interface AdoptWorkplace {
  /** Runs `npm run adopt -- …` on that folder. */
  adopt(...args: readonly string[]): Promise<Said>;
  /** The published fixtures, as files that may be changed. */
  publish(name: string, change?: (text: string) => string): Promise<string>;
  read(service: string): Promise<string>;
  document(service: string): Promise<Node>;
  edit(service: string, change: (text: string) => string): Promise<void>;
  write(name: string, text: string): Promise<string>;
}

export async function createWorkplace(): Promise<AdoptWorkplace> {
  const folder = await mkdtemp(join(tmpdir(), "adopt-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "published"));
  const fileOf = (service: string): string => join(folder, `${service}.yaml`);
  const read = (service: string): Promise<string> => readFile(fileOf(service), "utf8");
  const write = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  return {
    read,
    write,
    adopt: async (...args) => {
      const said = { printed: "", complaints: "" };
      const exitCode = await run(["--openapi", folder, ...args], ROOT, {
        print: (line) => (said.printed += `${line}\n`),
        printError: (line) => (said.complaints += `${line}\n`),
      });
      return { exitCode, ...said };
    },
    publish: async (name, change = (text) => text) => {
      const original = await readFile(new URL(`${name}.yaml`, PUBLISHED), "utf8");
      return write(`published/${name}.yaml`, change(original));
    },
    document: async (service) => parse(await read(service)) as Node,
    edit: async (service, change) => {
      const before = await read(service);
      const after = change(before);
      if (after === before) throw new Error("the edit changes nothing");
      await writeFile(fileOf(service), after);
    },
  };
}

/** A workplace with two published documents, adopted into one of ours, all of its words given. */
export async function createAdopted(): Promise<{
  readonly place: AdoptWorkplace;
  readonly files: readonly string[];
}> {
  const place = await createWorkplace();
  const files = [await place.publish("racks-v1"), await place.publish("loans-v1")];
  await place.adopt(...files);
  const { printed } = await place.adopt("--words", "library-v1");
  await place.adopt("--apply", await place.write("sheet.txt", fillIn(printed)));
  return { place, files };
}

/** A replacement that must find what it replaces. */
export function replacing(found: string, by: string): (text: string) => string {
  return (text) => {
    if (!text.includes(found)) throw new Error(`there is no ${found}`);
    return text.replace(found, () => by);
  };
}

/** Fills all the empty places of a worksheet. */
export function fillIn(sheet: string): string {
  let count = 0;
  return sheet.replaceAll(/(title|summary|description):(?=\n|$| #)/gm, (_, key: string) => {
    count++;
    return `${key}: Own words, number ${count}`;
  });
}
