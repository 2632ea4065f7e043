import { readFileSync } from "node:fs";
import { checkService } from "../../../src/testing/contract.js";
import type { Drift } from "../../../src/testing/contract/drift.js";
import type { ContractReport } from "../../../src/testing/contract/report.js";
import type { CompleteResponse, ScriptedResponse } from "../../support/respond.js";
import { serve, type ReceivedRequest } from "../../support/server.js";

/** A service that is as test/fixtures/contract/workshop.yaml says, and one that is not: a drift is put in on purpose. */

const FILE = "test/fixtures/contract/workshop.yaml";
export const WORKSHOP = { name: "workshop.yaml", text: readFileSync(FILE, "utf8") };

export type Json = Record<string, unknown>;

/** What a service sends. A drift changes it. */
export interface Workshop {
  readonly tools: Json[];
  /** The parts of a page, from the request for it. */
  page: (request: ReceivedRequest, page: Json) => Json;
  /** The response to a request, as it is without a drift. */
  response: (request: ReceivedRequest, response: CompleteResponse) => ScriptedResponse;
}

const PAGE_SIZE = 2;

export function workshop(): Workshop {
  return {
    tools: ["tool-1a", "tool-2b", "tool-3c"].map((id, index) => ({
      id,
      kind: index === 0 ? "Saw" : "Drill",
      state: "READY",
      name: "Alan",
      code: "abc",
      made: "2025-02-20T08:30:15Z",
      weight: 2.5,
      size: 12,
      notes: null,
      tags: ["old", "red"],
      labels: { "acme-secret-team": "yes" },
      owner: { id: "u-1a2b3c" },
      spec: index === 0 ? { type: "HAND", length: 30 } : { type: "POWER", watts: 700 },
    })),
    page: (_, page) => page,
    response: (_, response) => response,
  };
}

/** Starts the service, and reads it. */
export async function checkWorkshop(
  { tools, page, response }: Workshop,
  options: Partial<Parameters<typeof checkService>[1]> = {},
): Promise<ContractReport> {
  const server = await serve((request) => response(request, trueResponse(request, tools, page)));
  return checkService([WORKSHOP], {
    baseUrl: server.url,
    parameters: {},
    maxRequests: 50,
    isOpen: true,
    ...options,
  });
}

function trueResponse(
  request: ReceivedRequest,
  tools: readonly Json[],
  page: Workshop["page"],
): CompleteResponse {
  const headers = { "X-Request-Id": "r-1", "X-RateLimit-Remaining": "9" };
  const [path = ""] = request.url.split("?");
  if (path === "/shop/v1/hours") return { body: { open: "always" } };
  if (path === "/shop/v1/tools") return { headers, body: page(request, pageOf(request, tools)) };
  const tool = tools.find(({ id }) => path === `/shop/v1/tools/${String(id)}`);
  return tool
    ? { headers: { "X-Request-Id": "r-2" }, body: tool }
    : { status: 404, body: { errors: [{ detail: "There is none." }] } };
}

function pageOf({ query }: ReceivedRequest, tools: readonly Json[]): Json {
  const start = Number(query.get("page_token") ?? 0);
  const end = start + Number(query.get("page_size") ?? PAGE_SIZE);
  const next = end < tools.length ? `https://workshop.example/shop/v1/tools?page_token=${end}` : null;
  return { data: tools.slice(start, end), metadata: { next, total_size: tools.length } };
}

/** What a test says of a drift: its kind, and where it is. */
export function placesOf(drifts: readonly Drift[]): readonly string[] {
  return drifts.map(({ kind, place, pointer }) => `${kind} at ${place} of ${pointer}`);
}
