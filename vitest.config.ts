import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const src = (file: string): string => fileURLToPath(new URL(`src/${file}`, import.meta.url));

export default defineConfig({
  // Examples import the package by its name.
  resolve: {
    alias: [
      { find: /^confluent-cloud-sdk$/, replacement: src("index.ts") },
      { find: /^confluent-cloud-sdk\/(core|openapi-fetch)$/, replacement: src("$1.ts") },
      { find: /^confluent-cloud-sdk\/testing$/, replacement: src("testing/index.ts") },
      { find: /^confluent-cloud-sdk\/([a-z-]+-v\d)$/, replacement: src("generated/$1.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "test/consumers/**", "test/fleet/**"],
    globalSetup: [
      "test/support/build-command.ts",
      "test/support/prism.ts",
      "test/support/contract-coverage.ts",
    ],
    typecheck: { enabled: true, include: ["test/**/*.test-d.ts"], tsconfig: "./tsconfig.json" },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
