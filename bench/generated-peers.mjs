import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { COMMAND, names, writeConfig } from "./openapi-typescript.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const DOCUMENT = join(ROOT, "openapi/pim-v1.yaml");

/**
 * The peers that are generated, made from this project's document into a folder: as TypeScript, which is what their users
 * have, and as one module each that Node can run. A generator that fails is for the tables to tell.
 */
export async function generatePeers(folder) {
  symlinkSync(join(ROOT, "bench/node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const failures = {};
  for (const [name, generate] of Object.entries({ "hey-api": heyApi, redocly, "openapi-fetch": paths })) {
    try {
      await generate(folder);
    } catch (error) {
      failures[name] = String(error.stderr || error.message).trim();
    }
  }
  return failures;
}

function run(folder, command, ...args) {
  execFileSync(process.execPath, [join(ROOT, command), ...args], { cwd: folder, stdio: "pipe" });
}

async function heyApi(folder) {
  const out = join(folder, "hey-api");
  run(folder, "bench/node_modules/@hey-api/openapi-ts/bin/run.js", "-i", DOCUMENT, "-o", out, "--silent");
  writeFileSync(
    join(out, "entry.ts"),
    'export { createClient, createConfig } from "./client/index.js";\nexport * from "./index.js";\n',
  );
  await toModule(join(out, "entry.ts"), join(out, "index.mjs"));
}

async function redocly(folder) {
  const rule = "{ style: body-link, nextLink: /metadata/next, items: /data }";
  writeFileSync(
    join(folder, "redocly.yaml"),
    `client:\n  pagination:\n    operations:\n      listPimV1Integrations: ${rule}\n`,
  );
  const out = join(folder, "redocly/client.ts");
  mkdirSync(join(folder, "redocly"));
  run(folder, "node_modules/@redocly/cli/bin/cli.js", "generate-client", DOCUMENT, "-o", out);
  await toModule(out, join(folder, "redocly/client.mjs"));
}

/** The types that a user of openapi-fetch has: those of all services, as the SDK has them. */
function paths(folder) {
  const out = join(folder, "openapi-typescript");
  execFileSync(process.execPath, [COMMAND, "--redocly", writeConfig(out)], { cwd: out, stdio: "pipe" });
  const imports = names.map((name, index) => `import type { paths as Paths${index} } from "./${name}.js";`);
  const all = names.map((_, index) => `Paths${index}`).join(", ");
  writeFileSync(join(out, "paths.d.ts"), `${imports.join("\n")}\nexport interface paths extends ${all} {}\n`);
}

function toModule(input, outfile) {
  return build({ entryPoints: [input], outfile, bundle: true, format: "esm", target: "node20" });
}
