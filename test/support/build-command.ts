import { execFileSync } from "node:child_process";

/** Compiles what is run as a process, once: the command, as its users run it, the server of documents, and the scripts. */
export default function setup(): void {
  execFileSync("npm", ["run", "--silent", "build", "--", "command"], { stdio: "inherit" });
}
