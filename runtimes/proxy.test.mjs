import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { bundle } from "../test/support/bundle.js";
import { startProxy } from "../test/support/proxy.js";
import { serve } from "../test/support/server.js";

/** Node's own support for a proxy in the environment, as docs/proxies.md describes it. */
test.each(["node24", "node26"])("%s takes the proxy of the environment", async (name) => {
  const [server, proxy, sdk] = [
    await serve({ body: { id: "env-1" } }),
    await startProxy(),
    await bundle("es"),
  ];
  const program = `
    import { apiKey, createClient } from ${JSON.stringify(sdk)};
    const confluent = createClient({ baseUrl: "${server.url}", auth: apiKey({ key: "key", secret: "secret" }) });
    const { id } = await confluent.org.v2.environments.create({ display_name: "one" });
    process.exitCode = id === "env-1" ? 0 : 1;
  `;
  const env = { ...process.env, NODE_USE_ENV_PROXY: "1", HTTP_PROXY: proxy.url, NO_PROXY: "" };
  const node = resolve(`runtimes/node_modules/${name}/bin/node`);
  const child = spawn(node, ["--input-type=module", "-e", program], { env, stdio: "inherit" });
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(proxy.requests).toHaveLength(1);
  expect(server.requests).toHaveLength(1);
});
