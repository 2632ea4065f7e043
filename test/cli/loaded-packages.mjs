import { createRequire } from "node:module";

// Preloaded into the command by a test: prints on exit whether TypeScript was loaded.
const { cache } = createRequire(import.meta.url);
process.on("exit", () => {
  const isLoaded = Object.keys(cache).some((file) => file.includes("node_modules/typescript/"));
  process.stdout.write(isLoaded ? "TypeScript was loaded\n" : "TypeScript was not loaded\n");
});
