import { execFileSync } from "node:child_process";

/** Compiles the command once: its tests run it as its users do, as a process. */
export default function setup(): void {
  execFileSync("npm", ["run", "--silent", "build:scripts"], { stdio: "inherit" });
}
