import { chmod } from "node:fs/promises";
import { compactDeclarations } from "./package/compact-declarations.js";
import { pruneDeclarations } from "./package/prune-declarations.js";
import { runCommand } from "./package/run-command.js";
import { writeDocuments } from "./package/write-documents.js";

/*
 * `npm run build` writes the package to `dist`. `npm run build -- command` leaves out its declarations: tests and benches
 * need no more than the command, the modules that run, and the documents.
 */
const args = process.argv.slice(2);
const onlyCommand = args.length === 1 && args[0] === "command";
if (args.length > 0 && !onlyCommand) {
  console.error("usage: npm run build [-- command]");
  process.exit(2);
}

if (!onlyCommand) run("tsc -p tsconfig.build.json");
run("rolldown -c >/dev/null");
await chmod("dist/cli/bin.js", 0o755);
await writeDocuments();
if (!onlyCommand) {
  await pruneDeclarations();
  await compactDeclarations();
}

function run(line: string): void {
  const exitCode = runCommand(line);
  if (exitCode !== 0) process.exit(exitCode);
}
