import { afterAll, expect, test } from "vitest";
import { callPath, callResource, fullCalls, type CallParts } from "./calls.js";
import { contractClient } from "./client.js";
import { operations } from "./document.js";

let sent = 0;
afterAll(() => {
  console.log(`Requests: ${sent} with every parameter and each variant of a body, by resource and by path`);
});

const text = ({ body, ...parts }: CallParts): string => JSON.stringify({ ...parts, body });

test.for(operations)("$operationId is sent as the document says", async (operation) => {
  for (const parts of fullCalls(operation)) {
    const byResource = contractClient("checked", operation);
    await callResource(byResource.confluent, byResource.method, parts);
    expect(byResource.violations(), text(parts)).toEqual([]);

    const byPath = contractClient("checked", operation);
    const { error } = await callPath(byPath.confluent, operation, parts);
    expect(byPath.violations(), text(parts)).toEqual([]);
    expect(error, text(parts)).toBeUndefined();
    sent += 2;
  }
});
