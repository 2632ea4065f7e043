import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Installs a package of Debian unless one of the executables is there, where this process may install any. */
export function installDebianPackage(name, executables) {
  if (executables.some((file) => existsSync(file))) return;
  if (!existsSync("/usr/bin/apt-get") || process.getuid() !== 0) {
    fail(`There is no ${executables.join(" or ")}, and only root can install it: apt-get install ${name}`);
  }
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name]);
}

/** Runs a command to its end; when that is a failure, it is this process's too. */
export function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

export function fail(message) {
  console.error(message);
  process.exit(1);
}
