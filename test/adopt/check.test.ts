import { describe, expect, it } from "vitest";
import { createAdopted, createWorkplace, replacing } from "./workplace.js";

/** A fact that the published document has changed, and where ours is said to differ. */
const CHANGES: readonly (readonly [what: string, found: string, by: string, said: string])[] = [
  [
    "a limit",
    "maximum: 9",
    "maximum: 8",
    "differs: #/components/schemas/library.v1.RackSpec/properties/height/maximum",
  ],
  [
    "a new limit",
    "height: { type: integer",
    "height: { multipleOf: 2, type: integer",
    "lacks #/components/schemas/library.v1.RackSpec/properties/height/multipleOf",
  ],
  [
    "a type",
    "height: { type: integer",
    "height: { type: number",
    "differs: #/components/schemas/library.v1.RackSpec/properties/height/type",
  ],
  [
    "a format",
    "format: uri,\n            nullable",
    "format: uuid,\n            nullable",
    "differs: #/components/schemas/ListMeta/properties/next/format",
  ],
  [
    "what may be null",
    "nullable: true",
    "nullable: false",
    "is not published: #/components/schemas/ListMeta/properties/next/nullable",
  ],
  [
    "a value",
    "[attic, cellar]",
    "[attic, cellar, hall]",
    "lacks #/components/schemas/library.v1.RackSpec/properties/room/x-extensible-enum: hall",
  ],
  [
    "a value that goes",
    "[attic, cellar]",
    "[attic]",
    "is not published: #/components/schemas/library.v1.RackSpec/properties/room/x-extensible-enum: cellar",
  ],
  [
    "what a body requires",
    "required: [room, branch]",
    "required: [room]",
    "is not published: #/paths/~1library~1v1~1racks/post/requestBody/content/application~1json/schema/allOf/1/properties/spec/required: branch",
  ],
  [
    "what a response requires",
    "required: [data, metadata]",
    "required: [data]",
    "is not published: #/components/schemas/library.v1.RackList/required: metadata",
  ],
  [
    "a mark",
    'x-immutable: "true\'"',
    "x-redact: true",
    "lacks #/components/schemas/library.v1.RackSpec/properties/room/x-redact",
  ],
  [
    "a property",
    "        id:\n          {\n            type: string,\n            maxLength",
    "        name: { type: string }\n        id:\n          {\n            type: string,\n            maxLength",
    "lacks #/components/schemas/library.v1.Rack/properties/name",
  ],
  [
    "a parameter",
    "name: spec.room",
    "name: spec.floor",
    "lacks #/paths/~1library~1v1~1racks/get/parameters: query spec.floor",
  ],
  [
    "what a parameter requires",
    "in: query\n          required: false",
    "in: query\n          required: true",
    "lacks #/components/parameters/SpecRoom/required",
  ],
  [
    "how a parameter is written",
    "explode: true",
    "explode: false",
    "lacks #/components/parameters/SpecRoom/explode",
  ],
  ["a status", '"201":', '"202":', "lacks #/paths/~1library~1v1~1racks/post/responses/202"],
  [
    "a header",
    "X-Request-Id:",
    "X-Trace-Id:",
    "lacks #/paths/~1library~1v1~1racks/get/responses/200/headers/X-Trace-Id",
  ],
  [
    "a content type",
    'application/json:\n              schema: { $ref: "#/components/schemas/library.v1.Rack" }',
    'text/plain:\n              schema: { $ref: "#/components/schemas/library.v1.Rack" }',
    "lacks #/paths/~1library~1v1~1racks/post/responses/201/content/text~1plain",
  ],
  [
    "an id",
    "operationId: getLibraryV1Rack",
    "operationId: readLibraryV1Rack",
    "differs: #/paths/~1library~1v1~1racks~1{id}/get/operationId",
  ],
  [
    "a stage of life",
    "Early%20Access-%2345c6e8)](#section)\n\n        Retrieve",
    "Preview)](#section)\n\n        Retrieve",
    "",
  ],
  [
    "a credential",
    "security: [{ cloud-api-key: [] }]",
    "security: [{ cloud-api-key: [], other-key: [] }]",
    "lacks #/paths/~1library~1v1~1racks/get/security: cloud-api-key+other-key",
  ],
  [
    "how a credential is sent",
    "scheme: basic",
    "scheme: bearer",
    "differs: #/components/securitySchemes/cloud-api-key/scheme",
  ],
  [
    "a server",
    "url: https://api.confluent.cloud",
    "url: https://api.example.com",
    "lacks #/servers: https://api.example.com",
  ],
  [
    "a path",
    "/library/v1/racks/{id}:",
    "/library/v1/racks/{rack}:",
    "lacks #/paths/~1library~1v1~1racks~1{rack}",
  ],
];

describe("Facts: our document says all that is published, and nothing else", () => {
  it.each(CHANGES)("%s", async (what, found, by, said) => {
    const { place, files } = await createAdopted();
    const isStage = what === "a stage of life";
    await place.publish(
      "racks-v1",
      isStage ? (text) => text.replaceAll("![Early Access]", "![Preview]") : replacing(found, by),
    );
    const { exitCode, complaints } = await place.adopt("--check", ...files);
    expect(exitCode).toBe(1);
    expect(complaints).toContain(
      isStage ? "differs: #/paths/~1library~1v1~1racks/get/x-lifecycle-stage" : said,
    );

    await place.adopt(...files);
    expect((await place.adopt("--check", ...files)).complaints).toBe("");
    expect((await place.adopt(...files)).printed).toContain("unchanged");
  });

  it("but for what has its reason in our document", async () => {
    const { place, files } = await createAdopted();
    await place.edit("library-v1", replacing("maximum: 9\n", "maximum: 7\n"));
    expect((await place.adopt("--check", ...files)).complaints).toContain("height/maximum");
    await place.edit(
      "library-v1",
      replacing("maximum: 7\n", "maximum: 7\n          x-corrections: { maximum: No room is higher. }\n"),
    );
    const { exitCode, printed } = await place.adopt("--check", ...files);
    expect(exitCode).toBe(0);
    expect(printed).toMatch(/1 services? say/);
  });

  it("and a reason that has nothing to explain is named", async () => {
    const { place, files } = await createAdopted();
    await place.edit(
      "library-v1",
      replacing("maximum: 9\n", "maximum: 9\n          x-corrections: { pattern: There is none. }\n"),
    );
    const { exitCode, complaints } = await place.adopt("--check", ...files);
    expect(exitCode).toBe(1);
    expect(complaints).toContain("RackSpec/properties/height corrects pattern, which is as published");
  });

  it("and a correction without a reason is refused", async () => {
    const { place, files } = await createAdopted();
    await place.edit(
      "library-v1",
      replacing("maximum: 9\n", 'maximum: 9\n          x-corrections: { maximum: "" }\n'),
    );
    const { exitCode, complaints } = await place.adopt("--check", ...files);
    expect(exitCode).toBe(2);
    expect(complaints).toContain(
      "the correction of maximum at #/components/schemas/library.v1.RackSpec/properties/height has no reason",
    );
  });

  it("and a service that was not adopted is missed", async () => {
    const place = await createWorkplace();
    const { exitCode, complaints } = await place.adopt("--check", await place.publish("readings-v2"));
    expect(exitCode).toBe(1);
    expect(complaints).toContain("readings-v2.yaml: there is no such document");
  });
});
