import type { TestProject } from "vitest/node";
import { startMockServer } from "../../src/testing/index.js";
import { startPrism } from "../../src/testing/prism.js";

declare module "vitest" {
  interface ProvidedContext {
    /** A mock server that answers from `openapi/pim-v1.yaml`. */
    mockUrl: string;
    /** The same behind a proxy that holds its answers, too, against the document. */
    checkedUrl: string;
  }
}

/** Starts both servers once for a run of the tests. If one does not start, the run fails. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const mock = await startMockServer();
  const checked = await startPrism(["proxy", "openapi/pim-v1.yaml", mock.url]);
  project.provide("mockUrl", mock.url);
  project.provide("checkedUrl", checked.url);
  return async () => {
    await checked.close();
    await mock.close();
  };
}
