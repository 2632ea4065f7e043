import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { checkService } from "../../../src/testing/contract.js";
import type { ContractReport } from "../../../src/testing/contract/report.js";
import { serve, type TestServer } from "../../support/server.js";
import { placesOf } from "./workshop.js";

const DOCUMENT = {
  openapi: "3.0.3",
  info: { title: "News", version: "1" },
  paths: {
    "/news/v1/page": {
      get: { responses: { 200: { description: "OK.", content: { "application/json": { schema: {} } } } } },
    },
    "/news/v1/stream": {
      get: { responses: { 200: { description: "OK.", content: { "text/event-stream": { schema: {} } } } } },
    },
  },
};
const ENDLESS = "body-endless at response 200 > body of /paths/~1news~1v1~1page/get/responses/200/content";

/** A service whose every body begins with a text, goes on as it is told to, and never ends. */
async function endless(
  type: string,
  start: string,
  goOn: (response: ServerResponse) => void = () => undefined,
): Promise<TestServer> {
  return serve((_request, response) => {
    response.writeHead(200, { "content-type": type });
    response.write(start);
    goOn(response);
    return undefined;
  });
}

/** Writes as long as somebody reads. */
function pour(response: ServerResponse): void {
  const chunk = " ".repeat(65_536);
  const write = (): void => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once("drain", write);
  };
  write();
}

async function check(server: TestServer, path: string, bytes: number, ms: number): Promise<ContractReport> {
  const text = JSON.stringify({
    ...DOCUMENT,
    paths: Object.fromEntries(Object.entries(DOCUMENT.paths).filter(([name]) => name === path)),
  });
  const { url: baseUrl } = server;
  const options = { baseUrl, parameters: {}, maxRequests: 50, isOpen: true, bodyLimits: { bytes, ms } };
  return checkService([{ name: "news.json", text }], options);
}

const HOUR_MS = 3_600_000;

test.each([
  ["JSON", "application/json"],
  ["what the client refuses to read", "text/html"],
  ["what the client gives to its caller as it comes", "text/event-stream"],
])("a body that goes on and on is a finding, asked for once, and let go: %s", async (_what, type) => {
  const server = await endless(type, '{"data":[', pour);
  const { drifts, operations } = await check(server, "/news/v1/page", 1_048_576, HOUR_MS);
  expect(placesOf(drifts)).toEqual([ENDLESS]);
  expect(drifts[0]?.message).toBe("the body has no end within 1 MiB");
  expect(operations).toMatchObject([{ operation: "GET /news/v1/page", responses: 1 }]);
  expect(server.requests).toHaveLength(1);
  await server.requests[0]?.abandoned;
});

test("so is one that falls silent", async () => {
  const server = await endless("application/json", '{"data":[');
  const { drifts } = await check(server, "/news/v1/page", Infinity, 500);
  expect(placesOf(drifts)).toEqual([ENDLESS]);
  expect(drifts[0]?.message).toBe("the body has no end within 0.5 seconds");
  expect(server.requests).toHaveLength(1);
  await server.requests[0]?.abandoned;
});

test("a stream need not end where one is documented", async () => {
  const server = await endless("text/event-stream", "data: 1\n\n");
  const { drifts, operations } = await check(server, "/news/v1/stream", Infinity, 500);
  expect(drifts).toEqual([]);
  expect(operations).toMatchObject([{ operation: "GET /news/v1/stream", responses: 1 }]);
  await server.requests[0]?.abandoned;
});
