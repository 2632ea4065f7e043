import { describe, expect, test } from "vitest";
import { KINDS } from "../../../src/testing/contract/kinds/kinds.js";
import { PLANTED } from "./planted/all.js";
import { checkWorkshop, workshop } from "./workshop.js";

test("a service that is as its document says has no drift", async () => {
  const report = await checkWorkshop(workshop());
  expect(report.drifts).toEqual([]);
  expect(report.skipped).toEqual([]);
  expect(report.operations.map(({ operation, responses }) => [operation, responses])).toEqual([
    ["GET /shop/v1/tools", 2],
    ["GET /shop/v1/hours", 1],
    ["GET /shop/v1/tools/{id}", 1],
  ]);
});

test("every kind is planted, here or in a recording", () => {
  const ofRecordings = ["path-undocumented", "method-undocumented"];
  expect(new Set([...PLANTED.map(({ kind }) => kind), ...ofRecordings])).toEqual(new Set(Object.keys(KINDS)));
});

describe("a drift is found, named and placed, and nothing else is", () => {
  test.for(PLANTED)("$kind: $message", async ({ kind, place, pointer, message, plant }) => {
    const service = workshop();
    plant(service);
    const { drifts } = await checkWorkshop(service);
    expect(
      drifts.map((drift) => ({
        kind: drift.kind,
        place: drift.place,
        pointer: drift.pointer,
        message: drift.message,
      })),
    ).toEqual([{ kind, place, pointer, message }]);
    expect(drifts[0]?.level).toBe(KINDS[kind].level);
  });
});
