import { readFile, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { readArguments } from "../shared/arguments.js";
import { CommandError, UsageError } from "../shared/command-error.js";
import { reportError, type ExitCode } from "../shared/exit-code.js";
import type { Output } from "../shared/output.js";
import { formatterFor } from "../package/format.js";
import { adoptServices, applyWords, checkServices, wordsFor, type Workplace } from "./tasks.js";

const USAGE = `usage: npm run adopt -- PUBLISHED.yaml…
       npm run adopt -- --check PUBLISHED.yaml…
       npm run adopt -- --words SERVICE [--output FILE]
       npm run adopt -- --words SERVICE --with-published --output FILE PUBLISHED.yaml…
       npm run adopt -- --apply WORKSHEET.yaml…`;

const OPTIONS = {
  check: { type: "boolean" },
  words: { type: "string" },
  "with-published": { type: "boolean" },
  output: { type: "string" },
  apply: { type: "boolean" },
  openapi: { type: "string" },
} as const;

/**
 * Takes published documents over into ours, or checks ours against them; and hands out and takes in the words that
 * places of ours want.
 *
 * @param root the package's folder; paths in `args` are relative to it
 */
export async function run(args: readonly string[], root: string, output: Output): Promise<ExitCode> {
  try {
    const { values, positionals } = readArguments(args, OPTIONS);
    const { check, words, apply, output: target } = values;
    const modes = [check, words !== undefined, apply].filter((mode) => mode === true);
    if (modes.length > 1) throw new UsageError("--check, --words and --apply are different tasks");
    const folder = resolve(root, values.openapi ?? "openapi");
    const format = await formatterFor(root);
    const workplace: Workplace = {
      folder,
      label: relative(root, folder) || ".",
      parts: await readFile(join(root, "scripts/adopt/house/parts.yaml"), "utf8"),
      format: (text) => format(text, "document.yaml"),
      output,
    };
    if (words !== undefined) {
      const isWithPublished = values["with-published"] === true;
      if (!isWithPublished && positionals.length > 0)
        throw new UsageError("--words takes documents only with --with-published");
      if (isWithPublished && isInside(root, target)) {
        throw new UsageError(
          "--with-published needs --output with a file outside the repository: published text stays out of it",
        );
      }
      const sheet = await wordsFor(words, isWithPublished ? await readAll(positionals, root) : [], workplace);
      if (target === undefined) output.print(sheet.trimEnd());
      else await writeFile(resolve(root, target), sheet);
      return 0;
    }
    if (positionals.length === 0) throw new UsageError("no file is named");
    const files = await readAll(positionals, root);
    if (apply === true) return await applyWords(files, workplace);
    return await (check === true ? checkServices(files, workplace) : adoptServices(files, workplace));
  } catch (error) {
    const exitCode = reportError(error, output);
    if (error instanceof UsageError) output.printError(USAGE);
    return exitCode;
  }
}

function isInside(root: string, file: string | undefined): boolean {
  return file === undefined || !relative(root, resolve(root, file)).startsWith("..");
}

async function readAll(
  names: readonly string[],
  root: string,
): Promise<readonly { name: string; text: string }[]> {
  return Promise.all(
    names.map(async (name) => ({
      name,
      text: await readFile(resolve(root, name), "utf8").catch((error: unknown) => {
        throw new CommandError(
          `${name}: cannot be read (${error instanceof Error ? error.message : String(error)})`,
        );
      }),
    })),
  );
}
