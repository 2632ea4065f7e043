import { afterAll, describe, test } from "vitest";
import { sendAll, sendRequired } from "./cases.js";
import { operations } from "./document.js";

let sent = 0;
afterAll(() => {
  console.log(`Requests: ${sent} with every parameter and each variant of a body, by resource and by path`);
});

describe.each(["checked", "fake"] as const)("on the server %s", (server) => {
  test.for(operations)("$operationId is sent as the document says", async (operation) => {
    sent += await sendAll(server, operation);
  });

  test.for(operations)("$operationId takes what is required alone", async (operation) => {
    await sendRequired(server, operation);
  });
});
