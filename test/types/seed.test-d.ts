import { expectTypeOf, test } from "vitest";
import type { Environment } from "../../src/generated/org-v2.js";
import type { DeepPartial, FakeResource } from "../../src/testing/index.js";

type Connector = FakeResource<"connect.v1.environments.clusters.connectors">;

test("a seed is of what a list has", () => {
  expectTypeOf<FakeResource<"org.v2.environments">>().toExtend<Environment>();
  expectTypeOf<{ display_nam: string }>().not.toExtend<DeepPartial<FakeResource<"org.v2.environments">>>();
});

test("where a list is of keys alone, a seed is a key, or what is read by it", () => {
  expectTypeOf<string>().toExtend<Connector>();
  expectTypeOf<{ name: string; config: { name: string } }>().toExtend<DeepPartial<Connector>>();
  expectTypeOf<{ name: number }>().not.toExtend<DeepPartial<Connector>>();
  expectTypeOf<FakeResource<"subjects.versions">>().toExtend<number | { schema?: string }>();
});
