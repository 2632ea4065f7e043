import { readFileSync } from "node:fs";

/** Everything that is measured, by the names of the files in peers/, and the package that each comes from. */
const PACKAGES = {
  "confluent-cloud-sdk": "node_modules/confluent-cloud-sdk",
  fetch: undefined,
  "openapi-fetch": "node_modules/openapi-fetch",
  "openapi-fetch-with-copy": undefined,
  ky: "node_modules/ky",
  ofetch: "node_modules/ofetch",
  axios: "node_modules/axios",
  octokit: "node_modules/@octokit/core",
  openai: "node_modules/openai",
  cloudflare: "node_modules/cloudflare",
  "hey-api": "node_modules/@hey-api/openapi-ts",
  redocly: "../node_modules/@redocly/cli",
};

export const OURS = "confluent-cloud-sdk";

/** The peers that load; what is wrong with the others is in `failures`. */
export async function loadPeers(failures) {
  const peers = new Map();
  for (const name of Object.keys(PACKAGES)) {
    try {
      peers.set(name, await loadPeer(name));
    } catch (error) {
      failures[name] ??= error.message;
    }
  }
  return peers;
}

export function loadPeer(name) {
  return import(`./peers/${name}.mjs`);
}

export function versions() {
  const measured = Object.entries(PACKAGES).filter(([name, folder]) => folder || name === "fetch");
  return measured.map(([name, folder]) => {
    if (!folder) return `${name} of Node ${process.versions.node} (undici ${process.versions.undici})`;
    const text = readFileSync(new URL(`${folder}/package.json`, import.meta.url), "utf8");
    return `${name} ${JSON.parse(text).version}`;
  });
}
