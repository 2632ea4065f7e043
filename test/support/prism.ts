import { readdirSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { startMockServer } from "../../src/testing/index.js";
import { readSource } from "../../src/testing/document/document-source.js";
import { startPrism } from "../../src/testing/prism.js";

/** The servers of all documents. */
export interface ContractServers {
  /** A mock server of the documents. */
  readonly mock: string;
  /** The same behind a proxy that checks its responses too. */
  readonly checked: string;
}

declare module "vitest" {
  interface ProvidedContext {
    servers: ContractServers;
  }
}

/** Starts the servers once for a run of the tests. If one does not start, the run fails. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const documents = readdirSync("openapi").filter((name) => name.endsWith(".yaml"));
  const mock = await startMockServer();
  const checked = await startPrism(
    documents.map((name) => readSource(`openapi/${name}`)),
    { upstream: mock.url },
  );
  project.provide("servers", { mock: mock.url, checked: checked.url });
  return async () => {
    await Promise.all([checked.close(), mock.close()]);
  };
}
