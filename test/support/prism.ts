import { readdirSync } from "node:fs";
import { basename } from "node:path";
import type { TestProject } from "vitest/node";
import { startMockServer } from "../../src/testing/index.js";
import { startPrism, type RunningPrism } from "../../src/testing/prism.js";

/** The servers of one document. */
export interface ContractServers {
  /** A mock server that answers from the document. */
  readonly mock: string;
  /** The same behind a proxy that holds its answers, too, against the document. */
  readonly checked: string;
}

declare module "vitest" {
  interface ProvidedContext {
    /** By the document's name, such as `pim-v1`. */
    servers: Record<string, ContractServers>;
  }
}

/** Starts the servers once for a run of the tests. If one does not start, the run fails. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running: RunningPrism[] = [];
  const servers: Record<string, ContractServers> = {};
  for (const file of readdirSync("openapi").filter((name) => name.endsWith(".yaml"))) {
    const document = `openapi/${file}`;
    const mock = await startMockServer({ document });
    const checked = await startPrism(["proxy", document, mock.url]);
    running.push(checked, mock);
    servers[basename(file, ".yaml")] = { mock: mock.url, checked: checked.url };
  }
  project.provide("servers", servers);
  return async () => {
    await Promise.all(running.map((server) => server.close()));
  };
}
