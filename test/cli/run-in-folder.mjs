// Runs the command in a folder: its first argument.
const [folder, ...args] = process.argv.slice(2);
process.chdir(folder);
process.argv.splice(2, Infinity, ...args);
await import("../../dist/cli/bin.js");
