import { readFileSync } from "node:fs";

/** What the README's snippets assume. */
const prelude = `import { createClient } from "confluent-cloud-sdk";
const confluent = createClient();
const environment = "env-00000";
`;

/** The TypeScript of the README, each snippet a module: unchanged if it creates a client, otherwise after the prelude. */
export function readmeSnippets(): string[] {
  const readme = readFileSync("README.md", "utf8");
  return Array.from(readme.matchAll(/^```ts\n(.*?)^```/gms), ([, code = ""]) =>
    code.includes("createClient") ? code : `${prelude}${code}`,
  );
}
