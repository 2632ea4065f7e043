import { expect, onTestFinished, test, vi } from "vitest";
import { checkService } from "../../../src/testing/contract.js";
import type { ContractReport } from "../../../src/testing/contract/report.js";
import { serve, type TestServer } from "../../support/server.js";

const PATHS = ["/shop/v1/a", "/shop/v1/b", "/shop/v1/c", "/shop/v1/d"];
const schema = { type: "object" };
const DOCUMENT = JSON.stringify({
  openapi: "3.0.3",
  info: { title: "Shop", version: "1" },
  paths: Object.fromEntries(
    PATHS.map((path) => [
      path,
      { get: { responses: { 200: { description: "OK.", content: { "application/json": { schema } } } } } },
    ]),
  ),
});

/** A service that responds on some paths alone; on the others it breaks the connection. */
async function breaking(answered: readonly string[]): Promise<TestServer> {
  return serve((request, response) => {
    if (answered.includes(request.url)) {
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    } else response.destroy();
    return undefined;
  });
}

async function check({ url: baseUrl }: TestServer): Promise<ContractReport> {
  const options = { baseUrl, parameters: {}, maxRequests: 50, isOpen: true };
  return checkService([{ name: "shop.json", text: DOCUMENT }], options);
}

test("what gives no response is named, and the rest is checked", async () => {
  const server = await breaking(["/shop/v1/a", "/shop/v1/c", "/shop/v1/d"]);
  const { operations, skipped } = await check(server);
  expect(operations.map(({ operation }) => operation)).toEqual([
    "GET /shop/v1/a",
    "GET /shop/v1/c",
    "GET /shop/v1/d",
  ]);
  expect(skipped).toEqual([
    {
      operation: "GET /shop/v1/b",
      document: "shop.json",
      reason: "no response: the connection failed, or broke off",
      isUnanswered: true,
    },
  ]);
}, 60_000);

test("a service that never responded cannot be reached", async () => {
  const server = await breaking([]);
  await expect(check(server)).rejects.toThrow(/^http:\/\/127\.0\.0\.1:\d+ cannot be reached: /);
}, 60_000);

test("one that responds no longer is not asked for everything", async () => {
  const server = await breaking(["/shop/v1/a"]);
  await expect(check(server)).rejects.toThrow(/^http:\/\/127\.0\.0\.1:\d+ responds no longer: /);
}, 60_000);

test("one that refuses every request refuses the credentials", async () => {
  vi.stubEnv("CONFLUENT_CLOUD_API_KEY", "key");
  vi.stubEnv("CONFLUENT_CLOUD_API_SECRET", "secret");
  onTestFinished(() => void vi.unstubAllEnvs());
  const { url: baseUrl } = await serve({ status: 401 });
  const options = { baseUrl, parameters: {}, maxRequests: 50 };
  await expect(checkService([{ name: "shop.json", text: DOCUMENT }], options)).rejects.toThrow(
    `${baseUrl} refuses the credentials: every response is a 401`,
  );
});
