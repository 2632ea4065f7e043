import { expect, test } from "vitest";
import { drifts, sent } from "../held-values.js";

test.each([
  [19.99, 0.01],
  [4.35, 0.01],
  [-0.7, 0.1],
  [1_000_000_000.01, 0.01],
  [3e-7, 1e-7],
  [1e21, 1000],
  [1.5, 0.5],
  [0, 0.3],
])("%s is a multiple of %s", async (value, multipleOf) => {
  expect(await sent({ type: "number", multipleOf }, value)).toBe("200");
  expect(drifts({ type: "number", multipleOf }, value)).toEqual([]);
});

test.each([
  [19.995, 0.01],
  [1_048_577, 1_048_576],
  [1, 10_000_000],
  [0.1, 0.3],
])("%s is no multiple of %s", async (value, multipleOf) => {
  expect(await sent({ type: "number", multipleOf }, value)).toContain(
    `\`body\` must be multiple of ${multipleOf}`,
  );
  expect(drifts({ type: "number", multipleOf }, value)).toEqual(["number-range at body"]);
});
