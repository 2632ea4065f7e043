import { describe, expect, test } from "vitest";
import { sampleOfPattern } from "../../../src/testing/document/sample-pattern.js";
import { createFakeConfluent } from "../../../src/testing/index.js";

test.each([
  ["^[A-Z]{3}-\\d+$", "AAA-0"],
  ["^ord-[a-z0-9]{6}$", "ord-aaaaaa"],
  ["^(?:GET|POST) /", "GET /"],
  ["^(crn|arn)://[^/]+/$", "crn://a/"],
  ["^\\w+@\\w+\\.(com|org)$", "a@a.com"],
  ["^[^a-z]$", "A"],
  ["^\\p{Lu}\\u0041\\x42.$", "AABa"],
  ["^(?<year>\\d{4})-(0[1-9]|1[0-2])?$", "0000-"],
  ["^a*?b{2,3}c?$", "bb"],
  ["^\\[\\(\\$$", "[($"],
  ["colou?r", "color"],
  ["", ""],
])("%s is matched by %s", (pattern, text) => {
  expect(new RegExp(pattern, "u").test(text)).toBe(true);
  expect(sampleOfPattern(pattern, 0, Infinity)).toBe(text);
});

test.each([
  ["^[a-z]+$", 4, 9, "aaaa"],
  ["^[a-z]{2,8}$", 5, 9, "aaaaa"],
  ["[0-9]", 3, 3, "000"],
  ["^a(-b)*$", 5, 9, "a-b-b"],
])("%s of %d to %d characters is matched by %s", (pattern, least, most, text) => {
  expect(sampleOfPattern(pattern, least, most)).toBe(text);
});

test.each(["^(?!a).+$", "^(.)(.)\\2\\1z$", "^a{5}$", "("])(
  "of %s, none is made up within its limits",
  (pattern) => {
    expect(sampleOfPattern(pattern, 0, 4)).toBeUndefined();
  },
);

describe("the fake of a document without examples", () => {
  test("makes up what a pattern allows", async () => {
    const properties = {
      id: { type: "string", readOnly: true, pattern: "^ord-[a-z0-9]{6}$" },
      code: { type: "string", readOnly: true, pattern: "^[A-Z]{3}$" },
    };
    const content = { "application/json": { schema: { type: "object", required: ["code"], properties } } };
    const responses = { 201: { description: "Made.", content } };
    const paths = { "/shop/v1/orders": { post: { requestBody: { content }, responses } } };
    const text = JSON.stringify({ openapi: "3.0.3", paths });
    const fake = createFakeConfluent({ documents: [{ name: "shop.json", text }] });
    const response = await fake.fetch("https://shop.example/shop/v1/orders", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ code: "AAA" });
    fake.assertDone();
  });
});
