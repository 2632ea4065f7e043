import { readdirSync, readFileSync } from "node:fs";
import { vi } from "vitest";
import { checkService } from "../../../../src/testing/contract.js";
import type { NamedText } from "../../../../src/testing/document/document-source.js";
import type { ContractReport } from "../../../../src/testing/contract/report.js";
import { rolesOf } from "../../../../src/testing/fake/collections.js";
import { createFakeConfluent, serveFake, type FakeConfluent } from "../../../../src/testing/index.js";
import { smallestCall } from "../../../contract/calls.js";
import { documentOf, operations, type DocumentedOperation } from "../../../contract/document.js";
import { fittingParts, seedFor } from "../../../contract/seed-for.js";

/** The documents of all services, as the command reads them. */
export const DOCUMENTS: readonly NamedText[] = readdirSync("openapi")
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => ({ name, text: readFileSync(`openapi/${name}`, "utf8") }));

/** The operations that a walk of some documents can call. */
export function readsOf(documents: readonly NamedText[]): readonly DocumentedOperation[] {
  const names = new Set(documents.map(({ name }) => name));
  return operations.filter(({ document, method }) => names.has(`${document}.yaml`) && method === "GET");
}

/** A fake that has something for every GET of some services: what its path names, and items of every kind in its lists. */
export function seededFake(documents: readonly NamedText[]): FakeConfluent {
  const fake = createFakeConfluent();
  // What a deep path names is the first of each list then: the walk goes down there.
  const reads = [...readsOf(documents)].sort((one, other) => other.segments.length - one.segments.length);
  for (const operation of reads) seedFor(fake, operation, fittingParts(operation, smallestCall(operation)));
  return fake;
}

/** What the caller has to say, as other services know it, or nobody: what no list of these documents has. */
function parametersFor(documents: readonly NamedText[]): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const operation of readsOf(documents)) {
    const { segments } = operation;
    const { path, query } = fittingParts(operation, smallestCall(operation));
    const listed = segments.flatMap((segment, index) => {
      const collection = rolesOf(documentOf(operation)).collectionAt(segments.slice(0, index));
      return collection?.operations.list ? [segment] : [];
    });
    for (const [name, value] of Object.entries({ ...path, ...query }))
      if (!listed.includes(`{${name}}`)) found[name] ??= String(value);
  }
  return found;
}

/** Reads a service as the command `contract` does: over HTTP, with a key. */
export async function walk(
  service: Pick<FakeConfluent, "fetch">,
  documents: readonly NamedText[],
): Promise<ContractReport> {
  vi.stubEnv("CONFLUENT_CLOUD_API_KEY", "key");
  vi.stubEnv("CONFLUENT_CLOUD_API_SECRET", "secret");
  const server = await serveFake(service as FakeConfluent);
  try {
    const parameters = parametersFor(documents);
    return await checkService(documents, { baseUrl: server.url, parameters, maxRequests: 500 });
  } finally {
    await server.close();
    vi.unstubAllEnvs();
  }
}
