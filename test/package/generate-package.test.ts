import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { unifiedDiff } from "../../scripts/files/unified-diff.js";
import { generatePackage } from "../../scripts/package/generate-package.js";

const FIXTURES = fileURLToPath(new URL("../fixtures/documents/", import.meta.url));
const PACKAGE = fileURLToPath(new URL("../../", import.meta.url));

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "generate-"));
  await mkdir(join(root, "openapi"));
  await copyFile(`${FIXTURES}garden-v1.yaml`, join(root, "openapi/garden-v1.yaml"));
});

afterEach(() => rm(root, { recursive: true }));

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function generate(args: readonly string[] = [], folder = root): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await generatePackage(args, folder, {
    print: (line) => out.push(line),
    printError: (line) => err.push(line),
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

function generated(name: string): string {
  return join(root, "src/generated", name);
}

async function editDocument(search: string, replacement: string): Promise<void> {
  const file = join(root, "openapi/garden-v1.yaml");
  const text = await readFile(file, "utf8");
  expect(text).toContain(search);
  await writeFile(file, text.replace(search, replacement));
}

describe("npm run generate", () => {
  it("writes the files, and reports what it wrote and fixed", async () => {
    const { code, out } = await generate();
    expect(code).toBe(0);
    expect((await readdir(join(root, "src/generated"))).sort()).toEqual(["garden-v1.ts", "index.ts"]);
    expect(out).toContain(
      "fixed openapi/garden-v1.yaml#/components/schemas/garden.v1.Plant/properties/home\n  the union",
    );
    expect(out).toContain("wrote src/generated/garden-v1.ts");
    expect(out).toContain("src/generated: 2 written, 0 removed, 0 unchanged");
  });

  it("writes only files that changed", async () => {
    await generate();
    await editDocument("Whispered to it on planting.", "Sung to it on planting.");
    const { out } = await generate();
    expect(out).toContain("src/generated: 1 written, 0 removed, 1 unchanged");
  });

  it("removes what it wrote before and would not write now", async () => {
    await copyFile(`${FIXTURES}garden-v2.yaml`, join(root, "openapi/garden-v2.yaml"));
    await generate();
    await rm(join(root, "openapi/garden-v2.yaml"));
    const { code, out } = await generate();
    expect(code).toBe(0);
    expect(out).toContain("removed src/generated/garden-v2.ts");
    expect(await readdir(join(root, "src/generated"))).not.toContain("garden-v2.ts");
  });

  it("leaves alone what it did not write, and says that it does not belong there", async () => {
    await generate();
    await writeFile(generated("mine.ts"), "export const mine = 1;\n");
    const { code, err } = await generate();
    expect(code).toBe(1);
    expect(err).toBe("src/generated/mine.ts was not generated: move it to another folder");
    expect(await readFile(generated("mine.ts"), "utf8")).toBe("export const mine = 1;\n");
  });

  it("takes no overlay for a document", async () => {
    await writeFile(join(root, "openapi/garden-v1.overlay.yaml"), "overlay: 1.0.0\nactions: []\n");
    expect((await generate()).code).toBe(0);
  });

  it("formats as the package does", async () => {
    await writeFile(join(root, ".prettierrc.json"), '{ "singleQuote": true, "tabWidth": 8 }');
    await generate();
    expect(await readFile(generated("garden-v1.ts"), "utf8")).toContain("\n        kind?: 'Plant';");
  });
});

describe("npm run generate -- --check", () => {
  beforeEach(() => generate());

  it("passes if the files are up to date", async () => {
    const { code, out } = await generate(["--check"]);
    expect(code).toBe(0);
    expect(out).toBe("src/generated is up to date: 2 files");
  });

  it("fails with a diff if a file is out of date, and does not write it", async () => {
    await editDocument(
      "sort: { type: string, x-extensible-enum: [ROSE, TULIP]",
      "sort: { type: string, enum: [ROSE, TULIP]",
    );
    const before = await readFile(generated("garden-v1.ts"), "utf8");
    const { code, out, err } = await generate(["--check"]);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^changed: src\/generated\/garden-v1\.ts\n--- a\/src\/generated\/garden-v1\.ts\n\+\+\+ b\/src\/generated\/garden-v1\.ts\n@@ /,
    );
    expect(out).toContain('-  sort?: "ROSE" | "TULIP" | (string & {});\n+  sort?: "ROSE" | "TULIP";');
    expect(err).toBe("src/generated is out of date: run `npm run generate`");
    expect(await readFile(generated("garden-v1.ts"), "utf8")).toBe(before);
  });

  it("does not print a diff of thousands of lines", () => {
    const text = (word: string): string =>
      Array.from({ length: 6_000 }, (_, line) => `${word} ${line}\n`).join("");
    const change = { file: "garden-v1.ts", before: text("before"), after: text("after") };
    expect(unifiedDiff("src/generated", change)).toBe(
      "src/generated/garden-v1.ts differs in more than 5000 lines",
    );
  });

  it("fails if a file is missing, and names it", async () => {
    await rm(generated("garden-v1.ts"));
    const { code, out } = await generate(["--check"]);
    expect(code).toBe(1);
    expect(out).toBe("missing: src/generated/garden-v1.ts");
    expect(await readdir(join(root, "src/generated"))).not.toContain("garden-v1.ts");
  });

  it("fails if all files are missing", async () => {
    await rm(join(root, "src"), { recursive: true });
    const { code, out } = await generate(["--check"]);
    expect(code).toBe(1);
    expect(out.split("\n")).toHaveLength(2);
  });

  it("fails if a file is left over, and names it", async () => {
    await writeFile(generated("old.ts"), "");
    const { code, out } = await generate(["--check"]);
    expect(code).toBe(1);
    expect(out).toBe("left over: src/generated/old.ts");
    expect(await readdir(join(root, "src/generated"))).toContain("old.ts");
  });

  it("finds the files of this package up to date", async () => {
    expect(await generate(["--check"], PACKAGE)).toMatchObject({ code: 0, err: "" });
  });
});

describe("Bad input", () => {
  it("is refused with the place in the document, and nothing is written", async () => {
    await editDocument("openapi: 3.0.3", "openapi: 3.0.3\nopenapi: 3.0.3");
    const { code, err } = await generate();
    expect(code).toBe(2);
    expect(err).toBe("openapi/garden-v1.yaml:3:1: Map keys must be unique");
    expect(await readdir(root)).not.toContain("src");
  });

  it.each([["--chek"], ["garden-v1.yaml"], ["--check=yes"]])(
    "such as the argument %s is refused",
    async (argument) => {
      const { code, err } = await generate([argument]);
      expect(code).toBe(2);
      expect(err).toContain("usage: npm run generate [-- --check]");
      expect(await readdir(root)).not.toContain("src");
    },
  );

  it("such as no document at all is refused", async () => {
    await rm(join(root, "openapi"), { recursive: true });
    expect(await generate()).toMatchObject({ code: 2, err: "openapi: there is no such file" });
  });
});

describe("The same documents give the same bytes", () => {
  const read = async (): Promise<Record<string, string>> => {
    const names = (await readdir(join(root, "src/generated"))).sort();
    const texts = names.map(async (name) => [name, await readFile(generated(name), "utf8")] as const);
    return Object.fromEntries(await Promise.all(texts));
  };

  it("wherever and whenever they are generated", async () => {
    await copyFile(`${FIXTURES}garden-v2.yaml`, join(root, "openapi/garden-v2.yaml"));
    await generate();
    const first = await read();

    const cwd = process.cwd();
    vi.useFakeTimers({ now: new Date("2001-02-03"), toFake: ["Date"] });
    const compare = vi.spyOn(String.prototype, "localeCompare");
    try {
      process.chdir(tmpdir());
      vi.stubEnv("TZ", "Pacific/Auckland");
      vi.stubEnv("LC_ALL", "tr_TR.UTF-8");
      await rm(join(root, "src"), { recursive: true });
      await generate();
      expect(compare).not.toHaveBeenCalled();
    } finally {
      process.chdir(cwd);
      vi.unstubAllEnvs();
      vi.useRealTimers();
      vi.restoreAllMocks();
    }
    expect(await read()).toEqual(first);
  });

  it("with the line ends of either system", async () => {
    await generate();
    const first = await read();
    const file = join(root, "openapi/garden-v1.yaml");
    await writeFile(file, (await readFile(file, "utf8")).replaceAll("\n", "\r\n"));
    await generate();
    expect(await read()).toEqual(first);
  });
});
