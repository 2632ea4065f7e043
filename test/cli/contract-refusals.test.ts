import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serve } from "../support/server.js";
import { createProject, PACKAGE, type Project } from "./command.js";

let project: Project;
beforeAll(async () => {
  project = await createProject();
  const file = (name: string): string => join(project.folder, name);
  const workshop = join(PACKAGE, "test/fixtures/contract/workshop.yaml");
  await copyFile(workshop, file("workshop.yaml"));
  await copyFile(workshop, file("copy.yaml"));
  await writeFile(
    file("mistaken.yaml"),
    "openapi: 3.0.3\ninfo: { title: A, version: '1' }\npaths:\n  /a:\n  b: {}\n",
  );
});
afterAll(() => project.remove());

const WORKSHOP = ["contract", "workshop.yaml", "--base-url"];

describe("contract fails in another way when there is nothing to check", () => {
  it("a service that cannot be reached", async () => {
    const { code, out, err } = await project.run([...WORKSHOP, "http://127.0.0.1:9", "--no-auth"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^http:\/\/127\.0\.0\.1:9 cannot be reached: /);
  });

  it("a service that wants credentials", async () => {
    const { url } = await serve({ status: 401 });
    const { code, err } = await project.run([...WORKSHOP, url, "--no-auth"]);
    expect(code).toBe(2);
    expect(err).toBe(`${url} wants credentials, and --no-auth sends none: every response is a 401\n`);
  });

  it("no credentials for the host", async () => {
    const { code, err } = await project.run(["contract", "workshop.yaml"]);
    expect(code).toBe(2);
    expect(err).toMatch(/^No credentials for workshop\.example: .+CONFLUENT_CLOUD_API_SECRET.+--no-auth/);
    expect(err).not.toContain("createClient");
  });

  it("no credentials in the environment", async () => {
    const { code, err } = await project.run([...WORKSHOP, "http://127.0.0.1:9"]);
    expect(code).toBe(2);
    expect(err).toBe(
      "No credentials: set CONFLUENT_CLOUD_API_KEY and CONFLUENT_CLOUD_API_SECRET, or pass --no-auth to send none\n",
    );
  });

  it.each([
    [["--har", "missing.har"], /^missing\.har: there is no such file\n$/],
    [["--har", "."], /^\.: it is a folder, not a file\n$/],
    [["--har", "workshop.yaml"], /^workshop\.yaml: it is not an HTTP Archive \(HAR\)\n$/],
    [["--service", "pim-v1"], /^--service is for the documents of this package\n/],
    [["--param", "environment"], /^--param must be NAME=VALUE, /],
    [["--param", "page_sise=1"], /^--param page_sise: no GET operation .+: did you mean page_size\?\n/],
    [["--param", "colour=red"], /^--param colour: no GET operation has this parameter\n/],
    [["--max-requests", "0"], /^--max-requests must be a whole number above 0, not "0"\n/],
    [["--max-requests", "-1"], /^--max-requests must be a whole number above 0, not "-1"\n/],
    [["--max-requests=-1"], /^--max-requests must be a whole number above 0, not "-1"\n/],
    [["--max-requests", "1.5"], /^--max-requests must be a whole number above 0, not "1\.5"\n/],
    [["--param", "-1"], /^--param must be NAME=VALUE, .+, not "-1"\n/],
    [["--fail-on", "-1"], /^--fail-on must be notice, warning or error, not "-1"\n/],
    [["--base-url", "-1"], /^--base-url must be a URL .+, not "-1"\n/],
    [["--har", "-1.har"], /^-1\.har: there is no such file\n$/],
    [["--har", "--no-auth"], /^--har needs a value\n/],
    [["--base-url", "example"], /^--base-url must be a URL /],
    [["--base-url", "http://[bad"], /^--base-url must be a URL .+, not "http:\/\/\[bad"\n/],
    [["--base-url", "http://[bad", "--har", "workshop.yaml"], /^--base-url must be a URL /],
    [
      ["--fail-on", "eror"],
      /^--fail-on must be notice, warning or error, not "eror": did you mean error\?\n/,
    ],
    [["--har", "a.har", "--param", "id=1"], /^--param is for calls of the service, and --har reads a /],
    [["--har", "a.har", "--max-requests", "9"], /^--max-requests is for calls of the service, /],
    [["--har", "a.har", "--no-auth"], /^--no-auth is for calls of the service, /],
    [["--param", "id=1", "--param", "id=2"], /^--param id is given twice\n/],
    [["--har", ""], /^--har needs a value\nconfluent-cloud-sdk contract --help shows how it is used\n$/],
    [["--base-url="], /^--base-url needs a value\n/],
    [[""], /^an argument is empty\nconfluent-cloud-sdk contract --help shows how it is used\n$/],
    [["copy.yaml"], /^copy\.yaml: GET \/shop\/v1\/tools is in workshop\.yaml, too\n$/],
    [
      ["mistaken.yaml"],
      /^mistaken\.yaml#\/paths\/~1a: must be a mapping, and is empty\nmistaken\.yaml#\/paths\/b: must be a path, .+\n$/,
    ],
    [["--format", "xml"], /^--format must be text, markdown, json, junit or github, not "xml"/],
  ])("%j", async (options, message) => {
    const { code, out, err } = await project.run(["contract", "workshop.yaml", ...options]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });

  it("a service that there is not", async () => {
    const { code, err } = await project.run(["contract", "--service", "pim-v9"]);
    expect(code).toBe(2);
    expect(err).toMatch(/^there is no service pim-v9: did you mean pim-v[12]\?\n$/);
  });
});
