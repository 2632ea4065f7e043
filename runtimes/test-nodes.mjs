/** Runs the test suite on each version of Node in `package.json` here: `npm run test:nodes [-- vitest's arguments]`. */
import { readdirSync } from "node:fs";
import { installPackages, run } from "./install.mjs";

installPackages();
const names = readdirSync("runtimes/node_modules").filter((name) => /^node\d+$/.test(name));
for (const name of names) {
  console.log(`\n${name}`);
  const vitest = ["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)];
  run(`runtimes/node_modules/${name}/bin/node`, vitest);
}
console.log(`\nThe suite is green on ${names.join(", ")}.`);
