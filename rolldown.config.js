import { defineConfig } from "rolldown";

/** Each entry one file, beside its declarations from tsc: an import of sixty takes Node four times as long. */
export default defineConfig({
  input: {
    index: "src/index.ts",
    "openapi-fetch": "src/openapi-fetch.ts",
    "testing/index": "src/testing/index.ts",
    "testing/serve-documents": "src/testing/serve-documents.ts",
  },
  external: /^(node:|openapi-fetch$)/,
  platform: "neutral",
  resolve: { extensionAlias: { ".js": [".ts"] } },
  transform: { target: "es2022" },
  // The sources are in the package, and what they say about the interface in the declarations.
  output: {
    dir: "dist",
    sourcemap: true,
    sourcemapExcludeSources: true,
    // What the entries share, such as the classes of the errors.
    chunkFileNames: "shared.js",
    comments: { jsdoc: false },
    // Local names alone, as what is shorter is imported sooner; a stack still names each function.
    minify: { compress: false, mangle: { toplevel: false }, codegen: { removeWhitespace: false } },
  },
});
