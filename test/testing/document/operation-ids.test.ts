import { expect, test } from "vitest";
import { createFakeConfluent } from "../../../src/testing/index.js";
import { generateFrom } from "../../generator/fixtures.js";

/* Operations without an id, and with that of another one, have the ids that generated modules have. */

const operation = (operationId?: string): object => ({
  ...(operationId !== undefined && { operationId }),
  responses: { 204: { description: "None." } },
});

const TEXT = JSON.stringify({
  openapi: "3.0.3",
  info: { title: "Shop", version: "1" },
  paths: {
    "/shop/v1/hours": { get: operation("listTools"), delete: operation("") },
    "/shop/v1/tools": { get: operation("listTools"), post: operation(), put: operation("listTools") },
    "/shop/v1/tools/{id}": { get: operation("putShopV1Tools"), put: operation("listToolsShopV1Tools") },
  },
});

const IDS = [
  ["GET", "/shop/v1/hours", "listTools"],
  ["DELETE", "/shop/v1/hours", "deleteShopV1Hours"],
  ["GET", "/shop/v1/tools", "listToolsShopV1Tools"],
  ["PUT", "/shop/v1/tools", "listToolsShopV1Tools2"],
  ["POST", "/shop/v1/tools", "postShopV1Tools"],
  ["GET", "/shop/v1/tools/1", "putShopV1Tools"],
  ["PUT", "/shop/v1/tools/1", "listToolsShopV1ToolsShopV1ToolsId"],
] as const;

test.each(IDS)("%s %s is %s, and can be answered by hand", async (method, path, id) => {
  const fake = createFakeConfluent({ documents: [{ name: "shop.json", text: TEXT }] });
  fake.on(id as never, () => ({ status: 299 }) as never);
  for (const [otherMethod, otherPath] of IDS) {
    const { status } = await fake.fetch(`https://shop.example${otherPath}`, { method: otherMethod });
    expect(status === 299).toBe(otherMethod === method && otherPath === path);
  }
});

test("generated modules have the same", async () => {
  const { files } = await generateFrom({ name: "shop.json", text: TEXT });
  const text = [...files.values()].join("\n");
  for (const [, , id] of IDS) expect(text).toContain(`  ${id}: paths[`);
});
