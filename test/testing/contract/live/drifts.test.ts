import { describe, expect, test } from "vitest";
import { KINDS, type Kind } from "../../../../src/testing/contract/kinds/kinds.js";
import { drifting } from "./drift.js";
import { PLANTED } from "./planted.js";
import { DOCUMENTS, readsOf, seededFake, walk } from "./service.js";

/** Kinds that no GET of our documents can meet; they are planted in a recording, or in the workshop, whose document has all. */
const NOT_MET: Readonly<Partial<Record<Kind, string>>> = {
  "path-undocumented": "a walk asks for documented paths alone",
  "method-undocumented": "a walk asks by GET alone",
  "credentials-undocumented": "no GET is open to everybody",
  "header-missing": "no header is required",
  "member-forbidden": "no object of a response rules other members out",
  "condition-unmet": "no other condition stands in a schema",
};

describe("the answers of the fake, as a service would send them", () => {
  test.for(DOCUMENTS)("have no drift: $name", async (document) => {
    const fake = seededFake([document]);
    const { drifts, operations: called, skipped } = await walk(fake, [document]);
    expect(drifts).toEqual([]);
    expect(skipped).toEqual([]);
    expect(called).toHaveLength(readsOf([document]).length);
    expect(fake.requests.filter(({ status }) => status !== 200)).toEqual([]);
  });

  test("are those of 32 services", () => {
    expect(DOCUMENTS).toHaveLength(32);
    expect(readsOf(DOCUMENTS)).toHaveLength(235);
  });
});

describe("a drift in the fake is found, named and placed, and nothing else is", () => {
  test.for(PLANTED)("$kind: $message", async (drift) => {
    const documents = DOCUMENTS.filter(({ name }) => name === drift.document);
    const { drifts } = await walk(drifting(seededFake(documents), drift), documents);
    expect(
      drifts.map(({ kind, document, place, pointer, message }) => ({
        kind,
        document,
        place,
        pointer,
        message,
      })),
    ).toEqual([
      {
        kind: drift.kind,
        document: drift.document,
        place: drift.place,
        pointer: drift.pointer,
        message: drift.message,
      },
    ]);
  });
});

describe("every kind is planted in the fake, but those that no document of ours allows", () => {
  test("each of which has its reason", () => {
    const planted = new Set<string>(PLANTED.map(({ kind }) => kind));
    expect(
      Object.keys(KINDS)
        .filter((kind) => !planted.has(kind))
        .sort(),
    ).toEqual(Object.keys(NOT_MET).sort());
    console.log(
      `Contract: ${planted.size} of ${Object.keys(KINDS).length} kinds of drift planted in the fake; not ` +
        Object.entries(NOT_MET)
          .map(([kind, reason]) => `${kind} (${reason})`)
          .join(", "),
    );
  });

  test("and the reasons are true", () => {
    const reads = readsOf(DOCUMENTS);
    const responses = reads.flatMap((operation) => Object.values(operation.responses));
    expect(
      reads.filter(({ security }) => security.length === 0 || security.some((one) => one.length === 0)),
    ).toEqual([]);
    expect(
      responses.flatMap(({ headers = {} }) => Object.values(headers)).filter(({ required }) => required),
    ).toEqual([]);
  });
});
