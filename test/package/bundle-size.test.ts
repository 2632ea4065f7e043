import { gzipSync } from "node:zlib";
import { resolve } from "node:path";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";

/**
 * What the SDK weighs in a browser's bundle, in bytes, may not grow unnoticed. A change that is worth its bytes raises a
 * budget, to the next hundred; one that saves some lowers it. Minified alone as well, as gzip makes much of nothing new.
 */
const budgets = [
  {
    name: "all services",
    minified: 90_100,
    gzipped: 26_950,
    program: `import { apiKey, createClient } from "confluent-cloud-sdk";
const client = createClient({ auth: apiKey({ key: "key", secret: "secret" }) });
export const listAll = (environment) => client.pim.v1.integrations.list({ environment });`,
  },
  {
    name: "pim/v1 alone",
    minified: 61_000,
    gzipped: 22_850,
    program: `import { apiKey, createClientFor } from "confluent-cloud-sdk/core";
import { pimV1 } from "confluent-cloud-sdk/pim-v1";
const client = createClientFor(pimV1, { auth: apiKey({ key: "key", secret: "secret" }) });
export const listAll = (environment) => client.pim.v1.integrations.list({ environment });`,
  },
  {
    name: "the drop-in for openapi-fetch alone",
    minified: 46_400,
    gzipped: 17_900,
    program: `import createClient from "confluent-cloud-sdk/openapi-fetch";
const client = createClient({ baseUrl: "https://registry.example" });
export const subjects = () => client.GET("/subjects");`,
  },
];

test("a bundle with one service has nothing of another", async () => {
  const [all = "", one = ""] = await Promise.all(budgets.map(({ program }) => minify(program)));
  expect(all).toContain("/org/v2/environments");
  expect(one).toContain("/pim/v1/integrations");
  expect(one.match(/\/(?:org|sts|pim\/v2)\/[\w/-]+/g)).toBeNull();
  // Only the modules of services that have streams import what reads them.
  expect(one).not.toMatch(/item that is not JSON|whose data is not JSON/);
});

test.each(budgets)("a bundle with $name stays within its budgets", async ({ program, minified, gzipped }) => {
  const code = await minify(program);
  expect.soft(Buffer.byteLength(code), "minified").toBeLessThanOrEqual(minified);
  expect.soft(gzipSync(code, { level: 9 }).byteLength, "gzipped").toBeLessThanOrEqual(gzipped);
});

async function minify(program: string): Promise<string> {
  const entry = resolve("program.js");
  await using bundle = await rolldown({
    input: entry,
    platform: "browser",
    resolve: {
      alias: {
        "confluent-cloud-sdk/core": resolve("src/core.ts"),
        "confluent-cloud-sdk/openapi-fetch": resolve("src/openapi-fetch.ts"),
        "confluent-cloud-sdk/pim-v1": resolve("src/generated/pim-v1.ts"),
        "confluent-cloud-sdk": resolve("src/index.ts"),
      },
      extensionAlias: { ".js": [".ts"] },
    },
    plugins: [
      {
        name: "program",
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? program : null),
      },
    ],
  });
  const { output } = await bundle.generate({ minify: true });
  return output[0].code;
}
