import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { COMMAND, DOCUMENTS, names, writeConfig } from "./openapi-typescript.mjs";
import { median } from "./statistics.mjs";
import { markdown } from "./tables.mjs";

/*
 * How long `confluent-cloud-sdk generate` takes, against the command of openapi-typescript over the same documents in the
 * same run. Whole processes are measured, in turns, so that other load on the machine affects both equally.
 */

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const OURS = join(ROOT, "dist/cli/bin.js");
const ROUNDS = 7;

const single = join(DOCUMENTS, "pim-v1.yaml");

/** Measures, and gives the section of README.md. */
export function measureGenerate() {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    return report(measure(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measure(folder) {
  // Not in the folder that the commands run in: openapi-typescript would use it for a single document too.
  const config = writeConfig(join(folder, "config"));
  const out = join(folder, "out");
  const forget = () =>
    [out, join(folder, "cache")].forEach((path) => rmSync(path, { recursive: true, force: true }));
  const oursOfOne = [OURS, "generate", single, "--out", out];
  const theirsOfOne = [COMMAND, single, "-o", join(folder, "single.d.ts")];

  const cold = compare(folder, oursOfOne, theirsOfOne, forget);
  const unchanged = compare(folder, oursOfOne, theirsOfOne, () => undefined);
  const all = compare(
    folder,
    [OURS, "generate", DOCUMENTS, "--out", out],
    [COMMAND, "--redocly", config],
    forget,
  );
  return [
    ["one document, cold", 0.7, cold],
    [`all ${names.length} documents, cold`, 1, all],
    ["one document, unchanged", 0.2, unchanged],
  ];
}

function compare(folder, ours, theirs, prepare) {
  const times = { ours: [], theirs: [] };
  for (let round = 0; round < ROUNDS; round++) {
    prepare();
    times.ours.push(run(folder, ours));
    times.theirs.push(run(folder, theirs));
  }
  return { ours: median(times.ours), theirs: median(times.theirs) };
}

function run(folder, [file, ...args]) {
  const begin = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd: folder,
    env: { ...process.env, XDG_CACHE_HOME: join(folder, "cache") },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${file} ${args.join(" ")} failed:\n${stderr}`);
  return Number(process.hrtime.bigint() - begin) / 1e6;
}

function report(rows) {
  const cells = rows.map(([what, goal, { ours, theirs }]) => [
    what,
    `${ours.toFixed(0)} ms`,
    `${theirs.toFixed(0)} ms`,
    (ours / theirs).toFixed(2),
    goal,
  ]);
  return `# Speed of \`generate\`

Written by \`npm run bench\`: medians of ${ROUNDS} whole processes, in turns with openapi-typescript's own command
over the same documents. Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}.

${markdown(["run", "confluent-cloud-sdk", "openapi-typescript", "ratio", "goal, at most"], cells)}`;
}
