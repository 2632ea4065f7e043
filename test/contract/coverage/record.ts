import { mkdirSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { afterAll, expect } from "vitest";
import { coveredBy } from "./covered.js";
import { HITS } from "./files.js";

type Send = (request: Request, init?: RequestInit) => Promise<Response>;

const hits = new Map<string, Set<string>>();

/**
 * Notes what a request and its response cover. Each file of tests runs by itself, so that each writes what it has covered.
 *
 * @param server what the report calls the server
 */
export function withCoverage(server: string, send: Send): Send {
  const own = hits.get(server) ?? new Set<string>();
  hits.set(server, own);
  return async (request, init) => {
    const { method, url, headers } = request;
    const copy = request.clone();
    const response = await send(request, init);
    const { status } = response;
    const [sent, received] = await Promise.all([copy.text(), response.clone().text()]);
    const covered = coveredBy(
      { method, url, headers, body: sent },
      { status, headers: response.headers, body: received },
    );
    for (const key of covered) own.add(key);
    return response;
  };
}

afterAll(() => {
  const name = basename(expect.getState().testPath ?? "tests", ".test.ts");
  mkdirSync(HITS, { recursive: true });
  for (const [server, keys] of hits)
    writeFileSync(`${HITS}/${server} ${name}.json`, JSON.stringify([...keys]));
});
