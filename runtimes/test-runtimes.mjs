/** Tries the packed package in each runtime: `npm run test:runtimes [-- vitest's arguments]`. */
import { installChromium, installPackages, run } from "./install.mjs";

installPackages();
installChromium();
run("npx", ["vitest", "run", "--config", "runtimes/vitest.config.mjs", ...process.argv.slice(2)]);
