import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { requirePeers } from "./peers.js";

/** Redocly's own command line. It has no other interface to what is used of it here. */
export function redocly(task: string): { readonly command: string; readonly environment: NodeJS.ProcessEnv } {
  requirePeers(task, ["@redocly/cli"]);
  const folder = dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json"));
  return {
    command: join(folder, "bin/cli.js"),
    // Nobody who checks a file expects that to be told to somebody, or to be told of new versions.
    environment: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  };
}
