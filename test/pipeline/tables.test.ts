import { readdirSync } from "node:fs";
import { describe, test } from "vitest";
import { play, readTable } from "../support/harness/table.js";

const folder = new URL("tables/", import.meta.url);
const tables = readdirSync(folder).filter((name) => name.endsWith(".json"));

describe.each(tables)("%s", (file) => {
  const rows = readTable(new URL(file, folder));
  const cases = rows.flatMap((row) =>
    (row.methods ?? ["GET" as const]).map((method) => ({ title: `${method}: ${row.name}`, row, method })),
  );
  test.each(cases)("$title", async ({ row, method }) => play(row, method));
});
