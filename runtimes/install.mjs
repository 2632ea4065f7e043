/**
 * `node runtimes/install.mjs` installs what the package is tried in: the packages beside this file, as its lock file has
 * them, and with `--chromium` Debian's Chromium.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { CHROMIUM } from "./chromium-path.js";
import { fail, installDebianPackage, run } from "./debian-package.js";

const folder = fileURLToPath(new URL(".", import.meta.url));

installPackages();
if (process.argv.includes("--chromium")) installDebianPackage("chromium", [CHROMIUM]);

function installPackages() {
  if (process.platform !== "linux" || process.arch !== "x64") {
    fail(`What is in runtimes/ is for linux-x64 only; this is ${process.platform}-${process.arch}.`);
  }
  const isComplete = spawnSync("npm", ["ls", "--prefix", folder], { stdio: "ignore" }).status === 0;
  if (!isComplete) run("npm", ["ci", "--prefix", folder, "--no-audit", "--no-fund"]);
}
