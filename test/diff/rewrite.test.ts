import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Node } from "../../scripts/generator/document/nodes.js";
import { compare } from "./compare.js";
import { seeded } from "./random.js";
import { hoist, inline, move, respell, shuffle, type Rewrite } from "./rewrite.js";

const FOLDERS = ["openapi", "test/fixtures/documents"];
const SEEDS = [1, 2, 3, 4];

const documents = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => ({ file, document: wholeOf(parse(readFileSync(`${folder}/${file}`, "utf8")) as Node) })),
);
const rewrites: readonly [string, Rewrite][] = [
  ["in another order", shuffle],
  ["with references written out", inline],
  ["with components for what stood in place", hoist],
  ["with parameters, security and servers elsewhere", move],
  ["in other words", respell],
  // A schema that is written out and then hoisted has another name: that is a change.
  ["with components, and otherwise in every way", inTurn(hoist, move, respell, shuffle)],
  ["written out, and otherwise in every way", inTurn(inline, move, respell, shuffle)],
];

describe.each(documents)("$file", ({ document }) => {
  it.each(rewrites)("means the same %s", async (_, rewrite) => {
    for (const seed of SEEDS) {
      const rewritten = rewrite(document, seeded(seed));
      const { changes } = await compare(document, rewritten);
      expect(changes, `seed ${seed}`).toEqual([]);
      const { changes: back } = await compare(rewritten, document);
      expect(back, `seed ${seed}, the other way round`).toEqual([]);
    }
  });
});

it.each(rewrites)("A document is written %s", (_, rewrite) => {
  const changed = documents.filter(({ document }) => {
    const texts = SEEDS.map((seed) => JSON.stringify(rewrite(document, seeded(seed))));
    return texts.some((text) => text !== JSON.stringify(document));
  });
  expect(changed.length).toBeGreaterThan(8);
});

function inTurn(...steps: readonly Rewrite[]): Rewrite {
  return (document, random) => steps.reduce((rewritten, rewrite) => rewrite(rewritten, random), document);
}

/** A document that is only paths is read as one; so that it can be given components, it is one here. */
function wholeOf(document: Node): Node {
  return "openapi" in document
    ? document
    : { openapi: "3.0.3", info: { title: "A piece", version: "1" }, ...document };
}
