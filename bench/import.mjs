import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { OURS } from "./peers.mjs";
import { interleave, typical } from "./statistics.mjs";

/* How long `import` takes: whole processes that do nothing else, less one that does nothing. */

export const title = "Import";
const CWD = fileURLToPath(new URL(".", import.meta.url));
const NOTHING = "nothing";

export async function measure({ peers, quick }) {
  const entries = new Map([[NOTHING, undefined]]);
  for (const [name, { entry }] of peers) if (entry) entries.set(name, entry);
  const samples = await interleave([...entries.keys()], quick ? 5 : 25, (name) => run(entries.get(name)));
  const base = typical(samples.get(NOTHING));
  return Object.fromEntries(
    [...entries.keys()]
      .filter((name) => name !== NOTHING)
      .map((name) => [name, typical(samples.get(name)) - base]),
  );
}

function run(entry) {
  const code = entry ? `import ${JSON.stringify(entry)};` : "";
  const begin = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], { cwd: CWD });
  if (status !== 0) throw new Error(`import ${entry} failed:\n${stderr}`);
  return performance.now() - begin;
}

export function report(times) {
  const ratio = (name) => (times[name] / times["openapi-fetch"]).toFixed(2);
  return {
    note: "Fresh processes of Node, less one that imports nothing.",
    head: ["client", "time", "of openapi-fetch's"],
    rows: Object.keys(times).map((name) => [name, `${times[name].toFixed(1)} ms`, ratio(name)]),
    aims: [["import of the SDK : that of openapi-fetch", ratio(OURS), "1.5"]],
  };
}
