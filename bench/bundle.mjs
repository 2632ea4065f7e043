import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/* What "list all integrations" weighs in a browser's bundle: esbuild, minified, and gzip at its best. */

export const title = "Bundle";

export async function measure({ peers, folder }) {
  const sizes = {};
  for (const { bundles } of peers.values()) {
    for (const [name, contents] of Object.entries(bundles)) {
      const { outputFiles } = await build({
        stdin: { contents, resolveDir: folder, loader: "js" },
        bundle: true,
        minify: true,
        format: "esm",
        platform: "browser",
        target: "es2022",
        write: false,
        logLevel: "silent",
      });
      const { contents: code } = outputFiles[0];
      sizes[name] = { min: code.length, gzip: gzipSync(code, { level: 9 }).length };
    }
  }
  return sizes;
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

export function report(sizes) {
  const inKilobytes = (name) => (sizes[name].gzip / 1000).toFixed(1);
  return {
    note: '"List all integrations", or for `openai` and `cloudflare` a list of theirs: esbuild, minified, for browsers; gzip -9.',
    head: ["client", "min", "min + gzip"],
    rows: Object.entries(sizes).map(([name, { min, gzip }]) => [name, kB(min), kB(gzip)]),
    aims: [
      ["the SDK with all services, kB gzip", inKilobytes("confluent-cloud-sdk"), "22"],
      ["the SDK with pim/v1, kB gzip", inKilobytes("confluent-cloud-sdk, pim/v1 alone"), "14"],
    ],
  };
}
