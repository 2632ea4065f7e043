import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { OURS } from "./peers.mjs";
import { interleave, typical } from "./statistics.mjs";

/* What the compiler takes to check a program that lists and gets, with TypeScript's own figures. */

export const title = "Type check";
const TSC = fileURLToPath(new URL("node_modules/typescript/bin/tsc", import.meta.url));

export async function measure({ peers, folder, quick }) {
  const names = [...peers.keys()].filter((name) => peers.get(name).consumer);
  for (const name of names) writeConsumer(folder, name, peers.get(name).consumer);
  const runs = await interleave(names, quick ? 1 : 3, (name) => check(folder, name));
  return Object.fromEntries(
    names.map((name) => {
      const of = (property) => typical(runs.get(name).map((run) => run[property]));
      return [name, { seconds: of("seconds"), instantiations: of("instantiations"), lines: of("lines") }];
    }),
  );
}

function writeConsumer(folder, name, code) {
  writeFileSync(join(folder, `${name}.ts`), code);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: "NodeNext",
    target: "ES2022",
    lib: ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
    types: [],
    skipLibCheck: true,
  };
  mkdirSync(join(folder, "configurations"), { recursive: true });
  const config = { compilerOptions, files: [`../${name}.ts`] };
  writeFileSync(join(folder, `configurations/${name}.json`), JSON.stringify(config));
}

function check(folder, name) {
  const args = [TSC, "-p", join(folder, `configurations/${name}.json`), "--extendedDiagnostics"];
  let text;
  try {
    text = execFileSync(process.execPath, args, { encoding: "utf8" });
  } catch (error) {
    throw new Error(`The program for ${name} does not compile:\n${error.stdout}`, { cause: error });
  }
  const figure = (label) => Number(new RegExp(`^${label}:\\s+([\\d.]+)`, "m").exec(text)[1]);
  return {
    seconds: figure("Total time"),
    instantiations: figure("Instantiations"),
    lines: figure("Lines of Definitions") + figure("Lines of TypeScript"),
  };
}

export function report(figures) {
  const count = (number) => number.toLocaleString("en");
  return {
    note: "`tsc --extendedDiagnostics` on a program that lists and gets, strict, `skipLibCheck`; TypeScript's own declarations are among the lines. The SDK and openapi-fetch have the whole API, hey-api and redocly one service of it: their clients are sources of the program, and checked with it.",
    head: ["client", "time", "instantiations", "lines read"],
    rows: Object.entries(figures).map(([name, { seconds, instantiations, lines }]) => [
      name,
      `${seconds.toFixed(2)} s`,
      count(instantiations),
      count(lines),
    ]),
    aims: [
      [
        "type check of the SDK : that of openapi-fetch with the same paths",
        (figures[OURS].seconds / figures["openapi-fetch"].seconds).toFixed(2),
        "1.5",
      ],
    ],
  };
}
