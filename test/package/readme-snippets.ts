import { readFileSync } from "node:fs";

/** What a reader has in mind from the first snippet on. */
const prelude = `import { createClient } from "confluent-cloud-sdk";
const confluent = createClient();
const environment = "env-00000";
`;

/** The TypeScript of the README, each snippet a module: as it stands where it makes its own client, else after the prelude. */
export function readmeSnippets(): string[] {
  const readme = readFileSync("README.md", "utf8");
  return Array.from(readme.matchAll(/^```ts\n(.*?)^```/gms), ([, code = ""]) =>
    code.includes("createClient") ? code : `${prelude}${code}`,
  );
}
