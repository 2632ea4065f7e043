import { expect, it } from "vitest";
import { freeName } from "../../../scripts/generator/document/names.js";

it("A name that is taken is replaced by the next one, then by one with a number", () => {
  const isTaken = (name: string): boolean => ["A", "B", "B2"].includes(name);
  expect(freeName(["A", "C"], isTaken)).toBe("C");
  expect(freeName(["A", "B"], isTaken)).toBe("B3");
});
