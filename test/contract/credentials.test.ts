import { expect, inject, test } from "vitest";
import { apiKey, AuthenticationError } from "../../src/index.js";
import { contractClient, validCalls } from "./client.js";

test.each(Object.entries(validCalls))(
  "%s with malformed credentials is an AuthenticationError",
  async (_, call) => {
    // Prism knows no keys, so no key is wrong to it; it refuses what is not `key:secret`, such as a second colon.
    const malformed = apiKey({ key: "key", secret: "sec:ret" });
    const { confluent, answers } = contractClient(inject("mockUrl"), malformed);

    const error: unknown = await call(confluent).catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(AuthenticationError);
    expect((error as Error).message).not.toContain("sec:ret");
    expect(answers[0]?.headers.get("sl-violations")).toContain("Invalid security scheme used");
  },
);
