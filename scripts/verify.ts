import { runStages } from "./package/run-stages.js";
import { stages } from "./package/stages.js";

/* `npm run verify` runs all that must hold before a change lands; `npm run verify -- package types` those stages alone. */
const all = stages();
const names = process.argv.slice(2);
const unknown = names.find((name) => !all.some((stage) => stage.name === name));
if (unknown !== undefined) {
  console.error(`There is no stage ${unknown}; choose from ${all.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}
process.exitCode = runStages(names.length === 0 ? all : all.filter(({ name }) => names.includes(name)));
