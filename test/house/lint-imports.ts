import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, posix, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const CONFIG = "dependency-cruiser.config.js";

/** The folders that `npm run lint` looks at. */
const FOLDERS = ["src", "scripts", "test", "examples", "bench", "runtimes"];

const STATEMENTS = {
  value: (target: string) => `import { value as other } from "${target}"; console.log(other);`,
  type: (target: string) => `import type { Value as Other } from "${target}"; export type Mine = Other;`,
  dynamic: (target: string) => `export const later = import("${target}");`,
  "inline type": (target: string) => `export type Inline = import("${target}").Value;`,
  "re-export": (target: string) => `export type { Value as Given } from "${target}";`,
};

export type ImportKind = keyof typeof STATEMENTS;

/** A file, the file that it imports, and how; `value` by default. */
export type Import = readonly [from: string, to: string, kind?: ImportKind];

/**
 * Plants imports in a project of their own, and holds it to the rules.
 * @returns what is wrong, each as `rule: from → to`, in alphabetical order
 */
export async function lintImports(imports: readonly Import[]): Promise<string[]> {
  const project = await mkdtemp(join(tmpdir(), "imports-"));
  try {
    for (const folder of FOLDERS) await mkdir(join(project, folder));
    for (const [file, source] of sourcesOf(imports)) {
      await mkdir(dirname(join(project, file)), { recursive: true });
      await writeFile(join(project, file), source);
    }
    for (const file of [CONFIG, "tsconfig.json"]) await cp(file, join(project, file));
    const args = [resolve("node_modules/.bin/depcruise"), "--config", CONFIG, "-T", "json", ...FOLDERS];
    const { stdout } = await run(process.execPath, args, { cwd: project });
    return violationsIn(stdout);
  } finally {
    await rm(project, { recursive: true });
  }
}

function sourcesOf(imports: readonly Import[]): Map<string, string> {
  const sources = new Map<string, string>();
  const write = (file: string, line: string): void => {
    const before = sources.get(file) ?? "export const value = 1;\nexport type Value = 1;\n";
    sources.set(file, `${before}${line}\n`);
  };
  for (const [from, to, kind = "value"] of imports) {
    const target = posix.relative(posix.dirname(from), to).replace(/\.ts$/, ".js");
    write(from, STATEMENTS[kind](target.startsWith(".") ? target : `./${target}`));
    write(to, "");
  }
  return sources;
}

function violationsIn(json: string): string[] {
  const { summary } = JSON.parse(json) as {
    summary: { violations: { rule: { name: string }; from: string; to: string }[] };
  };
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort();
}
