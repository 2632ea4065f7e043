import { expect, test } from "vitest";
import { checkService } from "../../../src/testing/contract.js";
import { serve } from "../../support/server.js";

/* A redirect is the response of an operation that documents one. */

const text = { type: "string" };
const redirect = { description: "Elsewhere.", headers: { Location: { schema: text } } };
const found = { description: "OK.", content: { "application/json": { schema: { type: "object" } } } };

function check(baseUrl: string, responses: object): ReturnType<typeof checkService> {
  const paths = { "/shop/v1/manual": { get: { responses } } };
  const documents = [{ name: "shop.json", text: JSON.stringify({ openapi: "3.0.3", paths }) }];
  return checkService(documents, { baseUrl, parameters: {}, maxRequests: 50, isOpen: true });
}

test.each(["302", "307", "3XX"])(
  "one that is documented as %s is held against the document",
  async (status) => {
    const { url, requests } = await serve((request) =>
      request.url === "/shop/v1/manual"
        ? { status: status === "307" ? 307 : 302, headers: { location: "/manual.html" } }
        : { headers: { "content-type": "text/html" }, body: "<p>" },
    );
    const { drifts, operations } = await check(url, { [status]: redirect });
    expect(drifts).toEqual([]);
    expect(operations.map(({ operation }) => operation)).toEqual(["GET /shop/v1/manual"]);
    expect(requests.map((request) => request.url)).toEqual(["/shop/v1/manual"]);
  },
);

test("one that is not documented is followed, as a client does", async () => {
  const { url } = await serve((request) =>
    request.url === "/shop/v1/manual"
      ? { status: 307, headers: { location: "/shop/v2/manual" } }
      : { body: {} },
  );
  const { drifts } = await check(url, { 200: found });
  expect(drifts.map(({ kind }) => kind)).toEqual(["redirect-undocumented"]);
});
