import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/consumers/*.test.ts"],
    // A compiler takes a core for itself.
    maxConcurrency: 2,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
