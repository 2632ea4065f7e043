import { Paginated } from "confluent-cloud-sdk";
import type { Environment } from "confluent-cloud-sdk/org-v2";
import { expect, test } from "vitest";

test("a client that is faked by hand has lists too", async () => {
  const environments = {
    list: () => Paginated.from<Pick<Environment, "display_name">>([{ display_name: "prod" }]),
  };
  expect(await environments.list().toArray()).toEqual([{ display_name: "prod" }]);
});
