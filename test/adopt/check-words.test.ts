import { describe, expect, it } from "vitest";
import { RUN_LENGTH, wordsOf } from "../../scripts/adopt/words/apart.js";
import { createAdopted } from "./workplace.js";

describe("Words: ours are not the published ones", () => {
  it.each([
    ["word by word", "Retrieve a sorted, filtered, paginated list of all racks, in pages."],
    [
      "in another case and with other marks",
      "It will RETRIEVE a sorted; filtered - paginated list (of all `shiny` racks).",
    ],
    [
      "with a name of the interface between",
      "Retrieve a sorted spec.room filtered paginated list of all racks",
    ],
  ])("%s", async (_, words) => {
    const { place, files } = await createAdopted();
    await place.edit("library-v1", (text) =>
      text.replace(/(operationId: listLibraryV1Racks\n\s+summary: ).*/, `$1"${words}"`),
    );
    const { exitCode, complaints } = await place.adopt("--check", ...files);
    expect(exitCode).toBe(1);
    expect(complaints).toMatch(
      /racks\/get\/summary has published words: "(retrieve )?a sorted filtered paginated list of all racks/,
    );
  });

  it("six words in a row are chance", async () => {
    const { place, files } = await createAdopted();
    await place.edit("library-v1", (text) =>
      text.replace(
        /(operationId: listLibraryV1Racks\n\s+summary: ).*/,
        "$1A sorted, filtered, paginated list of everything",
      ),
    );
    expect(await place.adopt("--check", ...files)).toMatchObject({ exitCode: 0, complaints: "" });
  });

  it("counts words, not names of the interface", () => {
    expect(RUN_LENGTH).toBe(7);
    expect(
      wordsOf("The `id` of library.v1.Rack, a READY one, isn't page_size; see [the docs](https://x.y)."),
    ).toEqual(["the", "of", "a", "one", "isnt", "see", "the", "docs"]);
  });
});
