import { execFileSync } from "node:child_process";

/** Compiles what is run as a process, once: the command, as its users run it, and the server of documents. */
export default function setup(): void {
  for (const script of ["build:cli", "build:scripts"]) {
    execFileSync("npm", ["run", "--silent", script], { stdio: "inherit" });
  }
}
