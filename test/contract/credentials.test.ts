import { expect, test } from "vitest";
import { apiKey, AuthenticationError } from "../../src/index.js";
import { validCalls } from "./calls.js";
import { contractClient } from "./client.js";
import { securedOperations } from "./document.js";

test.each(securedOperations)(
  "$operationId with malformed credentials is an AuthenticationError",
  async ({ operationId }) => {
    // Prism knows no keys, so no key is wrong to it; it refuses what is not `key:secret`, such as a second colon.
    const malformed = apiKey({ key: "key", secret: "sec:ret" });
    const { confluent, responses } = contractClient("mock", { auth: malformed });

    const error: unknown = await validCalls[operationId]?.(confluent).catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(AuthenticationError);
    expect((error as Error).message).not.toContain("sec:ret");
    expect(responses[0]?.headers.get("sl-violations")).toContain("Invalid security scheme used");
  },
);
