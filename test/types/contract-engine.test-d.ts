import { expectTypeOf, test } from "vitest";
import type { ContractReport, Engine } from "../../scripts/contract/engine.js";
import type * as engine from "../../src/testing/contract.js";
import type { ContractReport as EnginesReport } from "../../src/testing/contract/report.js";

test("what the command takes the contract engine for is what it is", () => {
  expectTypeOf<typeof engine>().toExtend<Engine>();
  expectTypeOf<keyof EnginesReport>().toEqualTypeOf<keyof ContractReport>();
  expectTypeOf<keyof EnginesReport["drifts"][number]>().toEqualTypeOf<
    keyof ContractReport["drifts"][number]
  >();
});
