import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./statistics.mjs";
import { markdown } from "./tables.mjs";

/*
 * How long `confluent-cloud-sdk generate` takes, against the command of openapi-typescript over the same documents in the
 * same run. Whole processes are measured, in turns, so that other load on the machine affects both equally.
 */

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const OURS = join(ROOT, "dist/cli/bin.js");
const THEIRS = join(ROOT, "node_modules/openapi-typescript/bin/cli.js");
const ROUNDS = 7;
/** How many services the folder of many documents describes. */
const MANY = 24;

const documents = join(ROOT, "openapi");
const names = readdirSync(documents).filter((name) => /^[\w-]+\.yaml$/.test(name));
const single = join(documents, "pim-v1.yaml");

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
  const many = join(folder, "many");
  // Not in the folder that the commands run in: openapi-typescript would use it for a single document too.
  const config = join(folder, "config");
  writeMany(many, config);
  const out = join(folder, "out");
  const cold = compare(
    folder,
    () => [OURS, "generate", single, "--out", out],
    () => [THEIRS, single, "-o", join(folder, "single.d.ts")],
    () => rmSync(out, { recursive: true, force: true }),
  );
  const manyOut = join(folder, "many-out");
  const several = compare(
    folder,
    () => [OURS, "generate", many, "--out", manyOut],
    () => [THEIRS, "--redocly", join(config, "redocly.yaml")],
    () => rmSync(manyOut, { recursive: true, force: true }),
  );
  run(folder, [OURS, "generate", single, "--out", out]);
  const unchanged = compare(
    folder,
    () => [OURS, "generate", single, "--out", out],
    () => [THEIRS, single, "-o", join(folder, "single.d.ts")],
    () => undefined,
  );
  return [
    ["one document, cold", 0.7, cold],
    [`${MANY} documents in one process`, 1, several],
    ["one document, unchanged", 0.2, unchanged],
  ];
}

/** Copies of the documents, each as a service of its own: paths, operations and schemas under another name. */
function writeMany(many, config) {
  mkdirSync(many);
  mkdirSync(config);
  const apis = [];
  for (let index = 0; index < MANY; index++) {
    const name = names[index % names.length];
    const copy = `copy${Math.floor(index / names.length)}`;
    const text = readFileSync(join(documents, name), "utf8")
      .replaceAll(/^ {2}\/(\w+)\//gm, (_match, service) => `  /${copy}${service}/`)
      .replaceAll(/operationId: (\w+)/g, (_match, id) => `operationId: ${id}${copy}`);
    writeFileSync(join(many, `${copy}-${name}`), text);
    apis.push(
      `  ${copy}-${name}:\n    root: ../many/${copy}-${name}\n    x-openapi-ts: { output: ./${copy}-${name}.d.ts }`,
    );
  }
  // The command of openapi-typescript takes several documents only from such a file.
  writeFileSync(join(config, "redocly.yaml"), `apis:\n${apis.join("\n")}\n`);
}

function compare(folder, ours, theirs, prepare) {
  const times = { ours: [], theirs: [] };
  for (let round = 0; round < ROUNDS; round++) {
    prepare();
    times.ours.push(run(folder, ours()));
    times.theirs.push(run(folder, theirs()));
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
