import { expect, test } from "vitest";
import { applyJsonPatch, JsonPatchError, readJsonPatch } from "../../../src/testing/fake/json-patch.js";

/** What a patch makes of a document; the problem and its place when it cannot be applied. */
function patched(document: unknown, patch: unknown): unknown {
  const before = JSON.stringify(document);
  try {
    return applyJsonPatch(document, readJsonPatch(patch));
  } catch (error) {
    if (!(error instanceof JsonPatchError)) throw error;
    return `${error.problem} ${error.way.join(".")}: ${error.message}`;
  } finally {
    // Whatever becomes of it, the document itself stays as it was.
    expect(JSON.stringify(document)).toBe(before);
  }
}

function missing(pointer: string, index = 0): string {
  return `conflict ${index}: cannot be applied: \`${pointer}\` does not exist`;
}

/* After the examples of RFC 6902, appendix A. */
test.each([
  ["a member is added", { hut: 1 }, [{ op: "add", path: "/oak", value: 2 }], { hut: 1, oak: 2 }],
  ["an item is put in", { a: [1, 3] }, [{ op: "add", path: "/a/1", value: 2 }], { a: [1, 2, 3] }],
  ["a member is removed", { a: 1, b: 2 }, [{ op: "remove", path: "/b" }], { a: 1 }],
  ["an item is removed", { a: [1, 2, 3] }, [{ op: "remove", path: "/a/1" }], { a: [1, 3] }],
  ["a value is replaced", { a: 1, b: 2 }, [{ op: "replace", path: "/a", value: [0] }], { a: [0], b: 2 }],
  ["an item is replaced", { a: [1, 2, 3] }, [{ op: "replace", path: "/a/2", value: 4 }], { a: [1, 2, 4] }],
  [
    "a value is moved",
    { a: { x: 1, y: 2 }, b: { z: 3 } },
    [{ op: "move", from: "/a/x", path: "/b/x" }],
    { a: { y: 2 }, b: { z: 3, x: 1 } },
  ],
  [
    "an item is moved",
    { a: [1, 2, 3, 4] },
    [{ op: "move", from: "/a/1", path: "/a/3" }],
    { a: [1, 3, 4, 2] },
  ],
  [
    "a value is tested",
    { a: "x", b: [1, "c", 2] },
    [
      { op: "test", path: "/a", value: "x" },
      { op: "test", path: "/b/1", value: "c" },
    ],
    { a: "x", b: [1, "c", 2] },
  ],
  ["an object is added", { a: 1 }, [{ op: "add", path: "/b", value: { c: {} } }], { a: 1, b: { c: {} } }],
  ["other members of an operation are ignored", {}, [{ op: "add", path: "/a", value: 1, why: 2 }], { a: 1 }],
  [
    "escapes are read in order",
    { "/": 9, "~1": 10 },
    [{ op: "test", path: "/~01", value: 10 }],
    { "/": 9, "~1": 10 },
  ],
  [
    "an array is added at the end",
    { a: [1] },
    [{ op: "add", path: "/a/-", value: [2, 3] }],
    { a: [1, [2, 3]] },
  ],
])("%s", (_, document, patch, expected) => {
  expect(patched(document, patch)).toEqual(expected);
});

test.each([
  ["the whole document is replaced", { a: 1 }, [{ op: "replace", path: "", value: [2] }], [2]],
  [
    "the whole document is added to itself",
    { a: 1 },
    [{ op: "copy", from: "", path: "/b" }],
    { a: 1, b: { a: 1 } },
  ],
  ["a part becomes the whole", { a: { b: 1 } }, [{ op: "move", from: "/a", path: "" }], { b: 1 }],
  [
    "the name of a member may be empty",
    { "": { "": 1 } },
    [{ op: "replace", path: "//", value: 2 }],
    { "": { "": 2 } },
  ],
  ["the end is where an index may lead", { a: [1] }, [{ op: "add", path: "/a/1", value: 2 }], { a: [1, 2] }],
  ["a number is a name in an object", { a: { "01": 1 } }, [{ op: "remove", path: "/a/01" }], { a: {} }],
  ["- is a name in an object", { a: {} }, [{ op: "add", path: "/a/-", value: 1 }], { a: { "-": 1 } }],
  [
    "what is moved to its own place stays",
    { a: [1, 2] },
    [{ op: "move", from: "/a/0", path: "/a/0" }],
    { a: [1, 2] },
  ],
  [
    "null is a value",
    { a: null },
    [
      { op: "test", path: "/a", value: null },
      { op: "add", path: "/b", value: null },
    ],
    { a: null, b: null },
  ],
  [
    "the order of members does not count",
    { a: { x: 1, y: [2] } },
    [{ op: "test", path: "/a", value: { y: [2], x: 1 } }],
    { a: { x: 1, y: [2] } },
  ],
  ["numbers are what they count", { a: 0 }, [{ op: "test", path: "/a", value: -0 }], { a: 0 }],
])("%s", (_, document, patch, expected) => {
  expect(patched(document, patch)).toEqual(expected);
});

test.each([
  [
    "a test fails",
    { a: "b" },
    [{ op: "test", path: "/a", value: "c" }],
    "conflict 0: cannot be applied: `/a` has another value",
  ],
  [
    "a text is no number",
    { a: 10 },
    [{ op: "test", path: "/a", value: "10" }],
    "conflict 0: cannot be applied: `/a` has another value",
  ],
  [
    "an object has another member",
    { a: {} },
    [{ op: "test", path: "/a", value: { b: null } }],
    "conflict 0: cannot be applied: `/a` has another value",
  ],
  ["there is no holder", { a: 1 }, [{ op: "add", path: "/b/c", value: 1 }], missing("/b/c")],
  ["the holder is a text", { a: "b" }, [{ op: "add", path: "/a/length", value: 1 }], missing("/a/length")],
  ["the holder is null", { a: null }, [{ op: "add", path: "/a/b", value: 1 }], missing("/a/b")],
  ["there is nothing to remove", { a: [1] }, [{ op: "remove", path: "/a/1" }], missing("/a/1")],
  ["there is nothing to replace", {}, [{ op: "replace", path: "/a", value: 1 }], missing("/a")],
  ["an index is beyond the end", { a: [1] }, [{ op: "add", path: "/a/2", value: 1 }], missing("/a/2")],
  [
    "an index has a zero before it",
    { a: [1, 2] },
    [{ op: "replace", path: "/a/01", value: 1 }],
    missing("/a/01"),
  ],
  ["an index is none", { a: [1, 2] }, [{ op: "add", path: "/a/1e0", value: 1 }], missing("/a/1e0")],
  ["- is no item", { a: [1] }, [{ op: "remove", path: "/a/-" }], missing("/a/-")],
  [
    "the whole would be gone",
    {},
    [{ op: "remove", path: "" }],
    "conflict 0: cannot be applied: the whole resource cannot be removed",
  ],
  ["there is nothing to move", {}, [{ op: "move", from: "/a~1b", path: "/c" }], missing("/a~1b")],
  [
    "what would move to its own place is not there",
    {},
    [{ op: "move", from: "/a", path: "/a" }],
    missing("/a"),
  ],
  [
    "a later one fails",
    { a: 1 },
    [
      { op: "remove", path: "/a" },
      { op: "remove", path: "/a" },
    ],
    missing("/a", 1),
  ],
  ["it is no array", {}, { op: "add" }, "malformed : must be an array of operations"],
  ["an operation is none", {}, ["add"], "malformed 0: must be an object"],
  [
    "an operation is unknown",
    {},
    [{ op: "spam", path: "/a" }],
    "malformed 0.op: must be one of add, remove, replace, move, copy, test",
  ],
  [
    "a name is in capitals",
    {},
    [{ op: "ADD", path: "/a", value: 1 }],
    "malformed 0.op: must be one of add, remove, replace, move, copy, test",
  ],
  ["there is no path", {}, [{ op: "add", value: 1 }], "malformed 0.path: must be a JSON pointer"],
  [
    "a path does not begin with a slash",
    {},
    [{ op: "add", path: "a", value: 1 }],
    "malformed 0.path: must be a JSON pointer",
  ],
  [
    "a path has half an escape",
    {},
    [{ op: "add", path: "/a~2", value: 1 }],
    "malformed 0.path: must be a JSON pointer",
  ],
  ["there is no value", {}, [{ op: "add", path: "/a" }], "malformed 0.value: is required"],
  ["there is no from", {}, [{ op: "copy", path: "/a" }], "malformed 0.from: must be a JSON pointer"],
  [
    "a value would move into itself",
    { a: {} },
    [{ op: "move", from: "/a", path: "/a/b" }],
    "malformed 0.path: must not lead into what is moved",
  ],
  [
    "a malformed one comes after one that fails",
    {},
    [{ op: "remove", path: "/a" }, { op: "x" }],
    "malformed 1.op: must be one of add, remove, replace, move, copy, test",
  ],
])("refused: %s", (_, document, patch, expected) => {
  expect(patched(document, patch)).toBe(expected);
});

test("names of JavaScript's own objects are names like others", () => {
  const document = JSON.parse('{"a":{}}') as unknown;
  const patch = JSON.parse('[{"op":"add","path":"/a/__proto__","value":{"polluted":true}}]') as unknown;
  expect(JSON.stringify(patched(document, patch))).toBe('{"a":{"__proto__":{"polluted":true}}}');
  expect({}).not.toHaveProperty("polluted");
  for (const name of ["__proto__", "constructor", "toString"]) {
    expect(patched(document, [{ op: "remove", path: `/a/${name}` }])).toBe(missing(`/a/${name}`));
    expect(patched(document, [{ op: "add", path: `/a/${name}/b`, value: 1 }])).toBe(missing(`/a/${name}/b`));
  }
  const inherited: unknown = Object.create({ op: "add", path: "/b", value: 1 });
  expect(patched({}, [inherited])).toMatch(/^malformed 0\.op/);
});

test.each([
  ["one key", `/${"a".repeat(5_000_000)}`],
  ["many keys", "/a".repeat(1_000_000)],
  ["many keys with escapes", "/a~1".repeat(1_000_000)],
])("a pointer of %s is read, however long it is", (_, path) => {
  expect(readJsonPatch([{ op: "remove", path }])).toHaveLength(1);
  expect(() => readJsonPatch([{ op: "remove", path: `${path}~` }])).toThrow("must be a JSON pointer");
});
