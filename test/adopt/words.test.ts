import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { missingWords } from "../../scripts/adopt/words/missing-words.js";
import { suggestWords } from "../../scripts/adopt/words/suggest.js";
import { createWorkplace, fillIn, replacing } from "./workplace.js";

async function adopted() {
  const place = await createWorkplace();
  const racks = await place.publish("racks-v1");
  await place.adopt(racks);
  return { place, racks };
}

describe("A worksheet", () => {
  it("asks for each place without words, with the facts and without the published sentences", async () => {
    const { place } = await adopted();
    const { printed } = await place.adopt("--words", "library-v1");
    expect(printed).toContain("# GET /library/v1/racks\n");
    expect(printed).toContain(
      "# listLibraryV1Racks; Early Access; takes query spec.room?, query page_size?; returns 200 library.v1.RackList\n",
    );
    expect(printed).toContain("properties/height/description: # integer, minimum 1, maximum 9\n");
    expect(printed).toContain("    summary: List racks\n");
    expect(printed).not.toContain("books");
    const { words } = parse(printed) as { words: Record<string, unknown>[] };
    const asked = words.flatMap(({ at, ...keys }) =>
      Object.keys(keys).map((key) => `${[at].flat().join()}/${key}`),
    );
    const missing = missingWords("x", await place.read("library-v1"));
    expect(asked).toHaveLength(missing.length);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it("that is filled in leaves nothing to ask for", async () => {
    const { place } = await adopted();
    const { printed } = await place.adopt("--words", "library-v1");
    expect(missingWords("x", await place.read("library-v1"))).not.toEqual([]);
    const filled = await place.write("sheet.txt", fillIn(printed));
    expect((await place.adopt("--apply", filled)).exitCode).toBe(0);
    const text = await place.read("library-v1");
    expect(missingWords("x", text)).toEqual([]);
    expect(text).toContain("    This is an independent description of the interface");
    await place.adopt("--apply", filled);
    expect(await place.read("library-v1")).toBe(text);
  });

  it("asks once for a property that several schemas have, and gives all the same words", async () => {
    const place = await createWorkplace();
    const more =
      "    library.v1.Box: { type: object, properties: { weight: { type: integer, description: How heavy } } }\n";
    const racks = await place.publish("racks-v1", (text) =>
      text
        .replace(
          "            height:",
          "            box: { $ref: '#/components/schemas/library.v1.Box' }\n            crate: { $ref: '#/components/schemas/library.v1.Crate' }\n            weight: { type: integer }\n            height:",
        )
        .replace(
          "    library.v1.RackList:\n",
          more + more.replace("Box", "Crate") + "    library.v1.RackList:\n",
        ),
    );
    await place.adopt(racks);
    const { printed } = await place.adopt("--words", "library-v1");
    const { words } = parse(printed) as { words: { at: unknown }[] };
    const shared = words.filter(({ at }) => Array.isArray(at));
    expect(shared).toMatchObject([
      {
        at: [
          expect.stringContaining("RackSpec/properties/weight"),
          expect.stringContaining("Box/properties/weight"),
          expect.stringContaining("Crate/properties/weight"),
        ],
      },
    ]);
    await place.adopt("--apply", await place.write("sheet.txt", fillIn(printed)));
    expect(missingWords("x", await place.read("library-v1"))).toEqual([]);
  });

  it("shows the published words to who asks for them, in a file outside the repository", async () => {
    const { place, racks } = await adopted();
    const sheet = await place.write("sheet.txt", "");
    const { exitCode } = await place.adopt(
      "--words",
      "library-v1",
      "--with-published",
      "--output",
      sheet,
      racks,
    );
    expect(exitCode).toBe(0);
    const text = await readFile(sheet, "utf8");
    expect(text).toContain("# published: The height of the rack\n");
    expect(text).toContain("# published: Make a request to read a rack.\n");
    expect(text).toContain("# published: The unique identifier for the rack.\n");
    expect(text).toContain("represents one of the places in which the books");
  });

  it.each([
    ["a place that is not there", '- { at: "#/nowhere", description: Words }', "#/nowhere is not in"],
    ["a place without a pointer", "- { description: Words }", "`at` must be a pointer"],
    ["a key that holds no words", '- { at: "#/info", version: "2" }', "`version` at #/info holds no words"],
    ["words that are none", '- { at: "#/info", title: 5 }', "`title` of #/info must be text"],
    [
      "words beside a reference",
      '- { at: "#/components/schemas/library.v1.RackList", properties/metadata/description: Words }',
      "is a reference",
    ],
  ])("is refused with %s", async (_, entry, message) => {
    const { place } = await adopted();
    const before = await place.read("library-v1");
    const sheet = await place.write("sheet.txt", `service: library-v1\nwords:\n  ${entry}\n`);
    const { exitCode, complaints } = await place.adopt("--apply", sheet);
    expect(exitCode).toBe(2);
    expect(complaints).toContain(message);
    expect(await place.read("library-v1")).toBe(before);
  });

  it("suggests what an operation's id gives away", () => {
    expect(suggestWords("listIamV2ApiKeys")?.summary).toBe("List API keys");
    expect(suggestWords("updateIamV2IdentityPool")).toEqual({
      summary: "Update an identity pool",
      responses: { "200": "The updated identity pool." },
    });
    expect(suggestWords("validatePimV2Integration")).toBeUndefined();
  });
});

describe("A document without words somewhere", () => {
  it("is refused, at the line, whatever the place", async () => {
    const { place } = await adopted();
    await place.adopt(
      "--apply",
      await place.write("sheet.txt", fillIn((await place.adopt("--words", "library-v1")).printed)),
    );
    await place.edit(
      "library-v1",
      replacing(
        "        height:\n          type: integer\n",
        "        height:\n          type: integer\n          description: ''\n",
      ),
    );
    await place.edit("library-v1", (text) => text.replace(/(maximum: 9\n)\s+description: .*\n/, "$1"));
    const text = await place.read("library-v1");
    const line = text.split("\n").findIndex((one) => one.includes("height:")) + 1;
    const [missing, ...others] = missingWords("openapi/library-v1.yaml", text);
    expect(missing).toMatch(
      new RegExp(
        `^openapi/library-v1\\.yaml:${line}:\\d+: #/components/schemas/library\\.v1\\.RackSpec/properties/height has no description$`,
      ),
    );
    expect(others).toEqual([]);
  });
});
