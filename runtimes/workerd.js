import { spawn } from "node:child_process";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const PACKAGE = "node_modules/confluent-cloud-sdk/dist";

/**
 * Starts workerd on `worker.js` of a project. It loads the package's files unbundled, each under the name by which it is
 * imported.
 *
 * @param compatibilityDate the day whose behaviour workerd keeps to
 * @returns the URL of the worker, and a function that stops it
 */
export async function startWorkerd(executable, project, compatibilityDate) {
  await writeFile(join(project, "worker.capnp"), configuration(await modulesOf(project), compatibilityDate));
  const workerd = spawn(executable, ["serve", "worker.capnp", "--control-fd=3"], {
    cwd: project,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  let log = "";
  for (const stream of [workerd.stdout, workerd.stderr]) stream.on("data", (chunk) => (log += chunk));
  const port = await new Promise((resolve, reject) => {
    let output = "";
    workerd.stdio[3].on("data", (chunk) => {
      output += chunk;
      const found = /"port":(\d+)/.exec(output);
      if (found) resolve(found[1]);
    });
    workerd.once("error", reject);
    workerd.once("exit", (code) =>
      reject(new Error(`workerd ended with ${code} before it listened: ${log}`)),
    );
  });
  return { url: `http://127.0.0.1:${port}`, close: () => workerd.kill() };
}

async function modulesOf(project) {
  const files = await readdir(join(project, PACKAGE), { recursive: true });
  const ours = files.filter((file) => file.endsWith(".js") && !/^(?:scripts|testing)\//.test(file));
  return [
    ["worker.js", "worker.js"],
    ["scenario.js", "scenario.js"],
    ...ours.map((file) => [file === "index.js" ? "confluent-cloud-sdk" : file, `${PACKAGE}/${file}`]),
    ["openapi-fetch", "node_modules/openapi-fetch/dist/index.mjs"],
  ];
}

function configuration(modules, compatibilityDate) {
  const embedded = modules.map(([name, file]) => `(name = "${name}", esModule = embed "${file}")`);
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "worker", worker = (
      compatibilityDate = "${compatibilityDate}",
      globalOutbound = "network",
      modules = [${embedded.join(", ")}],
    )),
    # Without "local", workerd reaches no server on this machine.
    (name = "network", network = (allow = ["public", "private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "worker")],
);
`;
}
