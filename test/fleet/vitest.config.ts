import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/fleet/*.test.ts"],
    // The windows of the store and of the service are real seconds.
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
