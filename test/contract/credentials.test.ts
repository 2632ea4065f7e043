import { describe, expect, test } from "vitest";
import { apiKey, AuthenticationError } from "../../src/index.js";
import { callResource, smallestCall } from "./calls.js";
import { contractClient } from "./client.js";
import { operations } from "./document.js";

const secured = operations.filter(({ schemes }) => Object.keys(schemes).length > 0);

describe.each(["mock", "fake"] as const)("on the server %s", (server) => {
  test.for(secured)(
    "$operationId with malformed credentials is an AuthenticationError",
    async (operation) => {
      // Prism knows no keys, so no key is wrong to it; it refuses what is not `key:secret`, such as a second colon.
      const malformed = apiKey({ key: "key", secret: "sec:ret" });
      const { confluent, method, violations } = contractClient(server, operation, { auth: malformed });

      const call = callResource(confluent, method, smallestCall(operation));
      const error: unknown = await call.catch((reason: unknown) => reason);

      expect(error).toBeInstanceOf(AuthenticationError);
      expect((error as Error).message).not.toContain("sec:ret");
      if (!("401" in operation.responses)) return;
      // Where the document has no 401, Prism makes a response up, and says nothing in a header.
      expect(violations()).toEqual(
        server === "fake" ? [] : [expect.stringContaining("Invalid security scheme used")],
      );
    },
  );
});
