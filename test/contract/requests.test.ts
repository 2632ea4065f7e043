import { afterAll, describe, expect, test } from "vitest";
import { callPath, callResource, fullCalls, smallestCall, type CallParts } from "./calls.js";
import { contractClient } from "./client.js";
import { operations } from "./document.js";

let sent = 0;
afterAll(() => {
  console.log(`Requests: ${sent} with every parameter and each variant of a body, by resource and by path`);
});

const text = ({ body, ...parts }: CallParts): string => JSON.stringify({ ...parts, body });

describe.each(["checked", "fake"] as const)("on the server %s", (server) => {
  test.for(operations)("$operationId is sent as the document says", async (operation) => {
    for (const call of fullCalls(operation)) {
      const byResource = contractClient(server, operation);
      const parts = byResource.prepare(call);
      await callResource(byResource.confluent, byResource.method, parts);
      expect(byResource.violations(), text(parts)).toEqual([]);

      const byPath = contractClient(server, operation);
      const { error } = await callPath(byPath.confluent, operation, byPath.prepare(call));
      expect(byPath.violations(), text(parts)).toEqual([]);
      expect(error, text(parts)).toBeUndefined();
      sent += 2;
    }
  });

  test.for(operations)("$operationId takes what is required alone", async (operation) => {
    const { confluent, method, prepare, violations } = contractClient(server, operation);
    await callResource(confluent, method, prepare(smallestCall(operation)));
    expect(violations()).toEqual([]);
  });
});
