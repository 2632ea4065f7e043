/** Runs the test suite on each version of Node that `runtimes/package.json` names: `npm run test:nodes [-- vitest's arguments]`. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

if (process.platform !== "linux" || process.arch !== "x64") {
  console.error(
    `The versions of Node in runtimes/ are for linux-x64 only; this is ${process.platform}-${process.arch}.`,
  );
  process.exit(1);
}

const { dependencies } = JSON.parse(readFileSync("runtimes/package.json", "utf8")) as {
  dependencies: Record<string, string>;
};
run("npm", ["ci", "--prefix", "runtimes", "--no-audit", "--no-fund"]);
for (const [name, version] of Object.entries(dependencies)) {
  console.log(`\n${name}: ${version}`);
  const vitest = ["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)];
  run(`runtimes/node_modules/${name}/bin/node`, vitest);
}
console.log(`\nThe suite is green on ${Object.keys(dependencies).join(", ")}.`);

function run(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
