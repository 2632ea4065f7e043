import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { OURS } from "./peers.mjs";
import { interleave, typical } from "./statistics.mjs";

/* How long `import` takes, by the clock of a fresh process that does nothing else. */

export const title = "Import";
const CWD = fileURLToPath(new URL(".", import.meta.url));

export async function measure({ peers, quick }) {
  const names = [...peers.keys()].filter((name) => peers.get(name).entry);
  const samples = await interleave(names, quick ? 5 : 25, (name) => run(peers.get(name).entry));
  return Object.fromEntries(names.map((name) => [name, typical(samples.get(name))]));
}

function run(entry) {
  const code = `const begin = performance.now();
await import(${JSON.stringify(entry)});
console.log(performance.now() - begin);`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
    cwd: CWD,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`import ${entry} failed:\n${stderr}`);
  return Number(stdout);
}

export function report(times) {
  const ratio = (name) => (times[name] / times["openapi-fetch"]).toFixed(2);
  return {
    note: "`await import()` by the clock of a fresh process of Node.",
    head: ["client", "time", "of openapi-fetch's"],
    rows: Object.keys(times).map((name) => [name, `${times[name].toFixed(1)} ms`, ratio(name)]),
    aims: [["import of the SDK : that of openapi-fetch", ratio(OURS), "2"]],
  };
}
