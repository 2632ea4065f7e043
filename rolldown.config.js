import { readdirSync } from "node:fs";
import { defineConfig } from "rolldown";

/** The modules of services; the others there are the index, which is in the root, and types that services share. */
const services = readdirSync("src/generated")
  .map((file) => file.replace(/\.ts$/, ""))
  .filter((name) => name !== "index" && name !== "shared");

const common = {
  external: /^(node:|openapi-fetch$)/,
  platform: "neutral",
  resolve: { extensionAlias: { ".js": [".ts"] } },
  transform: { target: "es2022" },
  // What the sources say about the interface is in the declarations.
  output: {
    dir: "dist",
    // What the entries share, such as the classes of the errors.
    chunkFileNames: "shared.js",
    comments: { jsdoc: false },
    // Local names alone, as what is shorter is imported sooner; a stack still names each function.
    minify: { compress: false, mangle: { toplevel: false }, codegen: { removeWhitespace: false } },
  },
};

/** Each entry one file, beside its declarations from tsc: an import of sixty takes Node four times as long. */
export default defineConfig([
  {
    ...common,
    output: { ...common.output, codeSplitting: { groups: [{ name: "shared", minShareCount: 2 }] } },
    input: {
      index: "src/index.ts",
      core: "src/core.ts",
      "openapi-fetch": "src/openapi-fetch.ts",
      codecs: "src/codecs.ts",
    },
  },
  // It stands on the root, of which all but the contract check use types alone, and finds the documents from its own folder.
  {
    ...common,
    external: [common.external, "../index.js"],
    makeAbsoluteExternalsRelative: false,
    output: { ...common.output, chunkFileNames: "testing/shared.js" },
    input: {
      "testing/index": "src/testing/index.ts",
      "testing/contract": "src/testing/contract.ts",
      "testing/serve-documents": "src/testing/serve-documents.ts",
    },
  },
  // By itself, as the root would else import a file of each service. What is in two files is a table, and no code: an error
  // of a codec has the class that the root exports.
  {
    ...common,
    external: "../codecs.js",
    makeAbsoluteExternalsRelative: false,
    input: Object.fromEntries(services.map((name) => [`generated/${name}`, `src/generated/${name}.ts`])),
  },
  // The command: a file for each of its subcommands and what they share, as it loads what it needs when it needs it.
  {
    ...common,
    external: /^[^./]/,
    platform: "node",
    input: { "cli/bin": "scripts/cli/bin.ts" },
    output: {
      ...common.output,
      chunkFileNames: "cli/[name].js",
      minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    },
  },
]);
