import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { serve } from "../support/server.js";
import { createProject, PACKAGE, type Project } from "./command.js";

const DOCUMENT = join(PACKAGE, "test/fixtures/contract/workshop.yaml");
const HEADERS = { "X-Request-Id": "r-1" };

let project: Project;
beforeAll(async () => {
  project = await createProject();
});
afterAll(() => project.remove());

it("contract fails, and names what gave no response, where the rest is as documented", async () => {
  const { url } = await serve((request, response) => {
    if (request.url !== "/shop/v1/hours") return { headers: HEADERS, body: { data: [], metadata: {} } };
    response.destroy();
    return undefined;
  });
  const args = ["contract", DOCUMENT, "--base-url", url, "--no-auth", "--format", "junit"];
  const { code, out, err } = await project.run(args);
  expect(code).toBe(2);
  expect(err).toBe("the check is not complete: no response to 1 operation\n");
  expect(out).toContain('<error message="no response: the connection failed, or broke off"/>');
}, 60_000);
