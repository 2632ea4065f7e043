import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Rule } from "../../scripts/diff/rules/rule.js";
import { TOPICS } from "../../scripts/diff/rules/rules.js";
import { generate } from "../../scripts/generator/generate.js";
import type { KindRule } from "../../src/testing/contract/kinds/kind-rule.js";
import { TOPICS as DRIFT_TOPICS } from "../../src/testing/contract/kinds/kinds.js";
import { OWN_IMPORTS as runtime } from "../../scripts/package/own-imports.js";

const page = (name: string): string => readFileSync(`docs/${name}`, "utf8");

test("docs/diff.md has every kind of change, and what it means", () => {
  const rows = page("diff.md").matchAll(/^\| `([\w-]+)` +\| (.+?) +\| (\w+) +\| (\w+) +\| (.+?) +\|$/gm);
  expect(
    Array.from(rows, ([, kind, what, request, response, reason]) => ({
      kind,
      what,
      request,
      response,
      reason,
    })),
  ).toEqual(
    Object.values(TOPICS).flatMap((rules) =>
      Object.entries<Rule>(rules).map(([kind, { what, request, response, reason }]) => ({
        kind,
        what,
        request,
        response,
        reason,
      })),
    ),
  );
});

test("docs/contract.md has every kind of drift", () => {
  const rows = page("contract.md").matchAll(/^\| `([\w-]+)` +\| (\w+) +\| (.+?) +\|$/gm);
  expect(Array.from(rows, ([, kind, level, what]) => ({ kind, level, what }))).toEqual(
    Object.values(DRIFT_TOPICS).flatMap((kinds) =>
      Object.entries<KindRule>(kinds).map(([kind, { level, what }]) => ({ kind, level, what })),
    ),
  );
});

test("docs/services.md has every service, with its title and the number of its operations", () => {
  const services = readdirSync("openapi").filter((file) => file.endsWith(".yaml"));
  const expected = services.map((file) => {
    const { info, paths } = parse(readFileSync(`openapi/${file}`, "utf8")) as {
      info: { title: string };
      paths: Record<string, object>;
    };
    const operations = Object.values(paths).flatMap((item) => Object.keys(item));
    return [file.replace(".yaml", ""), info.title.replace(/ \([^)]*\)$/, ""), String(operations.length)];
  });
  const rows = page("services.md").matchAll(
    /^\| `\w+` +\| (.+?) +\| (\d+) +\| `confluent-cloud-sdk\/(.+?)` +\|$/gm,
  );
  expect(Array.from(rows, ([, title, count, name]) => [name, title, count]).sort()).toEqual(expected.sort());
});

test("docs/generate.md names methods as they are named", async () => {
  const rows = page("generate.md").matchAll(/^\| `([A-Z]+) (\/.+?)`, `(\w+)` +\| `(.+?)\(.*?\)` +\|$/gm);
  const operations = Array.from(rows, ([, method = "", path = "", operationId = "", name = ""]) => ({
    document: { [path]: { [method.toLowerCase()]: { operationId, responses: { 204: {} } } } },
    call: `confluent.${name}(`,
    operationId,
  }));
  expect(operations).toHaveLength(5);
  for (const { document, call, operationId } of operations) {
    const text = JSON.stringify(document);
    const files = await generate([{ name: "example.json", text }], { runtime, header: "" });
    expect([...files.values()].join("\n"), operationId).toContain(call);
  }
});

const examples = Array.from(
  page("generate.md").matchAll(/^```yaml\n(.*?)^```\n.*?^```ts\n(.*?)^```/gms),
  ([, document = "", types = ""]) => ({ document, types }),
);

test("docs/generate.md has examples", () => {
  expect(examples).toHaveLength(2);
});

test.each(examples)("docs/generate.md shows the types that are generated", async ({ document, types }) => {
  const files = await generate([{ name: "example.yaml", text: document }], { runtime, header: "" });
  const generated = statementsOf(files.get("library-v1.ts") ?? "");
  const shown = statementsOf(types);
  expect(shown.length).toBeGreaterThan(0);
  expect(generated).toEqual(expect.arrayContaining(shown));
  expect(generated.filter((statement) => /^export type \w+ = /.test(statement))).toHaveLength(shown.length);
});

/** Statements without comments, each on a line of its own, however they are laid out. */
function statementsOf(text: string): string[] {
  return text
    .replaceAll(/\/\*\*.*?\*\//gs, "")
    .split(/^(?=export |import )/m)
    .map((statement) => statement.replaceAll(/\s+/g, " ").replaceAll("; }", " }").trim())
    .filter((statement) => statement !== "");
}

test.each(["contract.md", "diff.md", "generate.md"])("docs/%s leads to places that are there", (name) => {
  const links = Array.from(page(name).matchAll(/\]\(([\w.]*)#([\w-]+)\)/g));
  for (const [, file, anchor = ""] of links) {
    const headings = Array.from(page(file || name).matchAll(/^#+ (.+)$/gm), ([, heading = ""]) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\w -]/g, "")
        .replaceAll(" ", "-"),
    );
    expect(headings).toContain(anchor);
  }
});
