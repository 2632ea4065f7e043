/**
 * `node runtimes/install.mjs` installs what the package is tried in: the packages beside this file, as its lock file has
 * them, and with `--chromium` Debian's Chromium.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CHROMIUM } from "./chromium-path.js";

const folder = fileURLToPath(new URL(".", import.meta.url));

installPackages();
if (process.argv.includes("--chromium")) installChromium();

function installPackages() {
  if (process.platform !== "linux" || process.arch !== "x64") {
    fail(`What is in runtimes/ is for linux-x64 only; this is ${process.platform}-${process.arch}.`);
  }
  const isComplete = spawnSync("npm", ["ls", "--prefix", folder], { stdio: "ignore" }).status === 0;
  if (!isComplete) run("npm", ["ci", "--prefix", folder, "--no-audit", "--no-fund"]);
}

/** Where this process may install packages of the system. */
function installChromium() {
  if (existsSync(CHROMIUM)) return;
  if (!existsSync("/usr/bin/apt-get") || process.getuid() !== 0) {
    fail(`There is no ${CHROMIUM}, and only root can install it: apt-get install chromium`);
  }
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
}

/** Runs a command to its end; when that is a failure, it is this process's too. */
function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
