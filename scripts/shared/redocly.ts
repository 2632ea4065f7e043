import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { requirePeers } from "./peers.js";

/** Redocly's command line, which is the only interface to its linter and differ. */
export function redocly(task: string): { readonly command: string; readonly environment: NodeJS.ProcessEnv } {
  requirePeers(task, ["@redocly/cli"]);
  const folder = dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json"));
  return {
    command: join(folder, "bin/cli.js"),
    // Users of this package did not agree to Redocly's telemetry, and cannot act on its update notices.
    environment: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  };
}
