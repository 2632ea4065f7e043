import { describe, expect, it } from "vitest";
import { placesWithoutWords } from "../../scripts/adopt/words/places.js";
import { generateFrom } from "../generator/fixtures.js";
import { createWorkplace, fillIn, replacing, type AdoptWorkplace } from "./workplace.js";

/** A service that was adopted and has words. */
async function adoptedLibrary(): Promise<{ place: AdoptWorkplace; racks: string; loans: string }> {
  const place = await createWorkplace();
  const [racks, loans] = [await place.publish("racks-v1"), await place.publish("loans-v1")];
  await place.adopt(racks, loans);
  const { printed } = await place.adopt("--words", "library-v1");
  await place.adopt("--apply", await place.write("sheet.txt", fillIn(printed)));
  return { place, racks, loans };
}

describe("A service that is new", () => {
  it("is one document of all published ones with its path prefix, in the form of ours", async () => {
    const { place } = await adoptedLibrary();
    const text = await place.read("library-v1");
    expect(text).toMatch(/^openapi: 3\.0\.3\n\ninfo:\n/);
    expect(text).toContain("  /library/v1/loans/{id}:\n");
    expect(text).toContain('        "400": { $ref: "#/components/responses/InvalidRequest" }\n');
    expect(text).toContain('            X-Request-Id: { $ref: "#/components/headers/RequestId" }\n');
    expect(text).toContain("      tags: [Racks (library/v1)]\n");
    expect(text).toContain("      x-lifecycle-stage: Early Access\n");
    expect(text).toContain("    library.v1.RackSpec:\n");
    expect(text).toContain("          x-immutable: true\n");
    expect(text).toContain("    ErrorSource:\n");
  });

  it("has no sentence, staging server or noise of the published documents", async () => {
    const { place } = await adoptedLibrary();
    const text = await place.read("library-v1");
    for (const gone of [
      "books",
      "stag.example.com",
      "img.shields.io",
      "x-codeSamples",
      "very long view",
      "Make a request",
    ]) {
      expect(text).not.toContain(gone);
    }
  });

  it("keeps apart what has the same name in two published documents", async () => {
    const { place } = await adoptedLibrary();
    const { components } = (await place.document("library-v1")) as {
      components: { schemas: Record<string, { required: string[] }> };
    };
    expect(components.schemas["Failure"]?.required).toEqual(["message"]);
    expect(components.schemas["Failure2"]?.required).toEqual(["errors"]);
  });

  it("takes the words of the parts that all our documents share, and names the places that want some", async () => {
    const place = await createWorkplace();
    const { printed } = await place.adopt(await place.publish("readings-v2"));
    expect(printed).toContain("wants words in 13 places (npm run adopt -- --words readings-v2)");
    expect(printed).toContain("#/paths/~1v2~1rooms~1{room}~1query/post/summary\n");
    await place.adopt(await place.publish("racks-v1"));
    expect(await place.read("library-v1")).toContain("description: Identifies this request.");
  });

  it("is called after its file where its paths have no common prefix, and gets ids for its operations", async () => {
    const place = await createWorkplace();
    await place.adopt(await place.publish("readings-v2"));
    const text = await place.read("readings-v2");
    expect(text).toContain("operationId: getReadingsV1Rooms");
    expect(text).toContain("operationId: queryReadingsV2Rooms");
  });

  it("can be generated from", async () => {
    const { place } = await adoptedLibrary();
    const { files } = await generateFrom({ name: "library-v1.yaml", text: await place.read("library-v1") });
    expect(files.get("library-v1.ts")).toContain("room: ");
  });

  it("notes where it differs from what is published, and why", async () => {
    const { place, racks, loans } = await adoptedLibrary();
    expect((await place.document("library-v1"))["x-corrections"]).toMatchObject({
      "paths/*/*/requestBody/required": expect.stringContaining("optional") as string,
      "paths/*/*/security/api-key": expect.stringContaining("same Cloud API key") as string,
    });
    expect(await place.adopt("--check", racks, loans)).toMatchObject({ exitCode: 0, complaints: "" });
  });
});

describe("A service that stands", () => {
  it("is left byte for byte as it is where nothing changed", async () => {
    const { place, racks, loans } = await adoptedLibrary();
    await place.edit("library-v1", (text) =>
      text.replace("    library.v1.Rack:\n", "    # A comment of ours.\n    library.v1.Rack:\n"),
    );
    const before = await place.read("library-v1");
    const { printed } = await place.adopt(racks, loans);
    expect(printed).toMatch(/library-v1\.yaml: unchanged/);
    expect(await place.read("library-v1")).toBe(before);
  });

  it("takes a property, an operation and a tightened limit, and keeps our words, comments and examples", async () => {
    const { place, loans } = await adoptedLibrary();
    await place.edit(
      "library-v1",
      replacing("    library.v1.Rack:\n", "    # A comment of ours.\n    library.v1.Rack:\n"),
    );
    const racks = await place.publish("racks-v1", (text) =>
      [
        replacing("maximum: 9", "maximum: 5"),
        replacing(
          "            branch:\n",
          "            colour: { type: string, description: The colour }\n            branch:\n",
        ),
        replacing(
          "components:\n",
          '  /library/v1/racks/{id}:sort:\n    post: { operationId: sortLibraryV1Rack, summary: Sort, tags: [Racks (library/v1)], security: [{ cloud-api-key: [] }], parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { "204": { description: Sorted } } }\ncomponents:\n',
        ),
      ].reduce((changed, change) => change(changed), text),
    );
    const before = await place.document("library-v1");
    const { printed } = await place.adopt(racks, loans);
    expect(printed).toContain("+ #/components/schemas/library.v1.RackSpec/properties/colour\n");
    expect(printed).toContain(
      "~ #/components/schemas/library.v1.RackSpec/properties/height/maximum: 9 → 5\n",
    );
    expect(printed).toContain("+ #/paths/~1library~1v1~1racks~1{id}:sort\n");
    expect(printed).toContain("#/components/schemas/library.v1.RackSpec/properties/colour/description\n");
    expect(printed).toContain("#/paths/~1library~1v1~1racks~1{id}:sort/post/responses/204/description\n");
    expect(printed).toMatch(/major: callers break/);

    const text = await place.read("library-v1");
    expect(text).toContain("    # A comment of ours.\n    library.v1.Rack:\n");
    expect(text).toContain(
      '        - $ref: "#/components/parameters/RackId"\n      responses:\n        "204": {}\n',
    );
    const after = await place.document("library-v1");
    const wanted = placesWithoutWords(after).map(({ pointer, key }) => [...pointer.slice(-1), key].join(" "));
    expect(wanted).toEqual(["post summary", "post description", "204 description", "colour description"]);
    expect(JSON.stringify(after["tags"])).toBe(JSON.stringify(before["tags"]));
    expect((await place.adopt("--check", racks, loans)).complaints).toBe("");
    expect((await place.adopt(racks, loans)).printed).toContain("unchanged");
  });

  it("keeps a deliberate difference that has its reason, and nothing else that differs", async () => {
    const { place, racks, loans } = await adoptedLibrary();
    await place.edit(
      "library-v1",
      replacing(
        "          minimum: 1\n          maximum: 9\n",
        "          minimum: 2\n          maximum: 7\n          x-corrections:\n            maximum: No room is higher.\n",
      ),
    );
    const { printed } = await place.adopt(racks, loans);
    expect(printed).toContain("properties/height/minimum: 2 → 1");
    expect(await place.read("library-v1")).toContain("          minimum: 1\n          maximum: 7\n");
  });

  it("gives a place its own part where it no longer says what the others do", async () => {
    const { place, loans } = await adoptedLibrary();
    const racks = await place.publish("racks-v1", (text) =>
      text.replace(
        '        "404": *failure',
        '        "404": { description: Gone, content: { application/json: { schema: { type: object, properties: { reason: { type: string } } } } } }',
      ),
    );
    await place.adopt(racks, loans);
    expect((await place.adopt("--check", racks, loans)).complaints).toBe("");
    expect((await place.adopt(racks, loans)).printed).toContain("unchanged");
  });

  it("splits the shared parts around such a place, too", async () => {
    const { place, loans } = await adoptedLibrary();
    const racks = await place.publish("racks-v1", (text) =>
      text.replace(
        '        "429":\n          description: Rate Limit Exceeded\n          headers: *headers',
        '        "429":\n          description: Rate Limit Exceeded\n          headers: { X-Request-Id: { schema: { type: integer } } }',
      ),
    );
    await place.adopt(racks, loans);
    const { components } = (await place.document("library-v1")) as {
      components: { headers: Record<string, { schema: unknown }> };
    };
    expect(Object.values(components.headers).map(({ schema }) => schema)).toEqual([
      { type: "string" },
      { type: "integer" },
    ]);
    expect((await place.adopt("--check", racks, loans)).complaints).toBe("");
  });

  it("loses what is no longer published, with the parts that nothing leads to any more", async () => {
    const { place, loans } = await adoptedLibrary();
    const racks = await place.publish("racks-v1", (text) =>
      text.replace(/ {2}\/library\/v1\/racks\/\{id\}:\n[\s\S]*?(?=components:)/, ""),
    );
    const { printed } = await place.adopt(racks, loans);
    expect(printed).toContain("- #/paths/~1library~1v1~1racks~1{id}\n");
    expect(printed).toContain("- #/components/parameters/RackId\n");
    expect(await place.read("library-v1")).not.toContain("RackId");
  });
});

describe("What cannot be adopted", () => {
  it("is a fragment, which is left out and named", async () => {
    const place = await createWorkplace();
    const { printed, exitCode } = await place.adopt(await place.write("part.txt", "paths: {}\n"));
    expect(exitCode).toBe(0);
    expect(printed).toContain("part.txt: left out; it is no whole document");
  });

  it("is the same operation from two documents", async () => {
    const place = await createWorkplace();
    const [one, other] = [
      await place.publish("loans-v1"),
      await place.write("again.txt", await place.read("published/loans-v1")),
    ];
    const { complaints, exitCode } = await place.adopt(one, other);
    expect(exitCode).toBe(2);
    expect(complaints).toContain("another document describes DELETE /library/v1/loans/{id} too");
  });

  it.each([
    [["--check", "--apply", "x.yaml"], "different tasks"],
    [[], "no file is named"],
    [["no-such-file.yaml"], "no-such-file.yaml: cannot be read"],
    [["--words", "no-such-service"], "no-such-service.yaml: there is no such document"],
    [["--words", "pim-v1", "--with-published", "--output", "words.yaml", "x.yaml"], "outside the repository"],
  ])("is asked for by %j", async (args, message) => {
    const place = await createWorkplace();
    const { complaints, exitCode } = await place.adopt(...args);
    expect(exitCode).toBe(2);
    expect(complaints).toContain(message);
  });
});
