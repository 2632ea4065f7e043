import { describe, expect, test } from "vitest";
import { BadRequestError, UnprocessableEntityError } from "../../src/index.js";
import type { ConfluentClient, IntegrationCreate } from "../../src/index.js";
import { contractClient } from "./client.js";

const environment = "env-00000";
const arn = "arn:aws:iam::111111111111:role/s3-reader";

/** What Prism found wrong with a request: where, and which rule. */
async function violationsOf(call: (confluent: ConfluentClient) => Promise<unknown>) {
  const { confluent, answers } = contractClient("mock");
  const error: unknown = await call(confluent).catch((reason: unknown) => reason);
  const violations = JSON.parse(answers[0]?.headers.get("sl-violations") ?? "[]") as {
    location: string[];
    code: string;
  }[];
  return {
    error,
    violations: violations.map(({ location, code }) => `${location.slice(1).join(".")} ${code}`),
  };
}

describe("a query parameter beyond its limit", () => {
  const list = (query: object) => (confluent: ConfluentClient) =>
    confluent.pim.v1.integrations.list({ environment, ...query }).toArray();

  test.each([
    ["page_size below 1", list({ page_size: 0 }), "query.page_size minimum"],
    ["page_size above 100", list({ page_size: 101 }), "query.page_size maximum"],
    ["page_size that is no integer", list({ page_size: 1.5 }), "query.page_size type"],
    [
      "page_token of more than 255 characters",
      list({ page_token: "t".repeat(256) }),
      "query.page_token maxLength",
    ],
  ])("%s is a BadRequestError", async (_, call, violation) => {
    const { error, violations } = await violationsOf(call);
    expect(error).toBeInstanceOf(BadRequestError);
    expect(violations).toContain(violation);
  });

  test("an environment that is left out is a BadRequestError where the SDK's own check is bypassed", async () => {
    const { violations } = await violationsOf(async (confluent) => {
      const { error, response } = await confluent.GET("/pim/v1/integrations", {
        params: { query: { environment } },
        querySerializer: () => "",
      });
      expect(response.status).toBe(400);
      expect(error).toMatchObject({ errors: [{ status: "400" }] });
    });
    expect(violations).toContain("query required");
  });
});

describe("a path parameter beyond its limit", () => {
  test.each(["get", "delete"] as const)(
    "an id of more than 255 characters is a BadRequestError of %s",
    async (verb) => {
      const { error, violations } = await violationsOf((confluent) =>
        confluent.pim.v1.integrations[verb]("i".repeat(256), { environment }),
      );
      expect(error).toBeInstanceOf(BadRequestError);
      expect(violations).toContain("path.id maxLength");
    },
  );
});

describe("a body beyond its limits", () => {
  const valid: IntegrationCreate = {
    config: { kind: "AwsIntegrationConfig", customer_iam_role_arn: arn },
    environment: { id: environment },
  };

  test.each([
    [
      "display_name of more than 60 characters",
      { display_name: "n".repeat(61) },
      "body.display_name maxLength",
    ],
    ["environment id that is empty", { environment: { id: "" } }, "body.environment.id minLength"],
    [
      "environment id of more than 255 characters",
      { environment: { id: "e".repeat(256) } },
      "body.environment.id maxLength",
    ],
    [
      "role of fewer than 20 characters",
      { config: { kind: "AwsIntegrationConfig", customer_iam_role_arn: "arn:aws" } },
      "body.config.customer_iam_role_arn minLength",
    ],
    [
      "role of more than 2048 characters",
      { config: { kind: "AwsIntegrationConfig", customer_iam_role_arn: arn.padEnd(2049, "x") } },
      "body.config.customer_iam_role_arn maxLength",
    ],
    ["config that is left out", { config: undefined }, "body required"],
    ["environment that is left out", { environment: undefined }, "body required"],
    ["config without its kind", { config: { customer_iam_role_arn: arn } }, "body.config required"],
  ])("%s is an UnprocessableEntityError", async (_, fault, violation) => {
    const body = { ...valid, ...fault } as IntegrationCreate;
    const { error, violations } = await violationsOf((confluent) =>
      confluent.pim.v1.integrations.create(body),
    );
    expect(error).toBeInstanceOf(UnprocessableEntityError);
    expect(violations).toContain(violation);
  });

  test("each limit itself is within bounds", async () => {
    const { confluent, expectNoViolations } = contractClient("checked");
    await confluent.pim.v1.integrations.create({
      ...valid,
      display_name: "n".repeat(60),
      config: { kind: "AwsIntegrationConfig", customer_iam_role_arn: arn.padEnd(2048, "x") },
      environment: { id: "e".repeat(255) },
    });
    await confluent.pim.v1.integrations.get("i".repeat(255), { environment });
    for (const page_size of [1, 100]) {
      await confluent.pim.v1.integrations
        .list({ environment, page_size, page_token: "t".repeat(255) })
        .pages()
        .next();
    }
    expectNoViolations();
  });
});
