import { describe, expect, test } from "vitest";
import { ConfigurationError, stsToken } from "../../../src/index.js";
import { thrown } from "../../support/rejection.js";

const valid = { identityPoolId: "pool-12345", subjectToken: "header.payload.signature" };

describe("what cannot be exchanged is refused by name, without its value", () => {
  test.each([
    ["undefined", undefined, "is missing"],
    ["null", null, "is missing"],
    ["an empty string", "", "is missing"],
    ["a number", 90210, "must be a string, not number"],
    ["an object", { hush: "hush" }, "must be a string, not object"],
    ["a line break at the end", "hush\n", "line break"],
  ])("%s", (_, value, problem) => {
    for (const name of ["identityPoolId", "subjectToken"]) {
      const options = { ...valid, [name]: value };
      const { message } = thrown(() => stsToken(options), ConfigurationError);
      expect(message).toContain(`stsToken: \`${name}\` `);
      expect(message).toContain(problem);
      expect(message).not.toMatch(/hush|90210/);
    }
  });
});

describe("`expiresInSeconds`", () => {
  test.each([1, 60, 900])("may be %d", (expiresInSeconds) => {
    expect(stsToken({ ...valid, expiresInSeconds })).toHaveProperty("authenticate");
  });

  test.each([0, -1, 901, 1.5, NaN, Infinity, null, "900"])("may not be %s", (value) => {
    const create = () => stsToken({ ...valid, expiresInSeconds: value as never });
    expect(thrown(create, ConfigurationError).message).toBe(
      `stsToken: \`expiresInSeconds\` must be a whole number from 1 to 900, not ${value}`,
    );
  });
});

describe("`tokenUrl`", () => {
  test.each(["https://sts.example/token", "http://localhost:4010/token", "http://127.0.0.1/token"])(
    "may be %s",
    (tokenUrl) => {
      expect(stsToken({ ...valid, tokenUrl })).toHaveProperty("authenticate");
    },
  );

  test.each([
    ["http://sts.example/token", "unencrypted"],
    ["http://10.0.0.1/token", "unencrypted"],
    ["/sts/v1/oauth2/token", "is not a URL"],
    ["", "is not a URL"],
    ["ftp://sts.example/token", "must begin with https://"],
    ["https://sts.example/token?pool=1", "query or a fragment"],
    ["https://sts.example/token#here", "query or a fragment"],
  ])('may not be "%s": %s', (tokenUrl, problem) => {
    const { message } = thrown(() => stsToken({ ...valid, tokenUrl }), ConfigurationError);
    expect(message).toContain(`stsToken: \`tokenUrl\` "${tokenUrl}"`);
    expect(message).toContain(problem);
  });

  test("may not hold a password, which is not shown", () => {
    const tokenUrl = "https://user:hush@sts.example/token";
    const { message } = thrown(() => stsToken({ ...valid, tokenUrl }), ConfigurationError);
    expect(message).toContain("contains credentials");
    expect(message).not.toContain("hush");
  });
});
