import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

/* What the guides for contributors name is there: a guide that leads nowhere is worse than none. */

const GUIDES = ["docs/architecture.md", "CONTRIBUTING.md", "SECURITY.md", ".github/pull_request_template.md"];
const PLACES = /`((?:\.ci|\.github|bench|docs|examples|openapi|runtimes|scripts|src|test)\/[\w./-]*)`/g;

const read = (file: string): string => readFileSync(file, "utf8");

function allMatches(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([, match = ""]) => match);
}

describe.each(GUIDES)("%s", (guide) => {
  test("names files and folders that exist", () => {
    expect(allMatches(read(guide), PLACES).filter((place) => !existsSync(place))).toEqual([]);
  });

  test("links to pages that exist", () => {
    const links = allMatches(read(guide), /\]\(([\w./-]+)(?:#[\w-]+)?\)/g);
    expect(links.filter((link) => !existsSync(join(dirname(guide), link)))).toEqual([]);
  });
});

test("docs/architecture.md names each folder of src and of scripts", () => {
  const text = read("docs/architecture.md");
  const folders = ["src", "scripts"].flatMap((parent) =>
    readdirSync(parent, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${name}/`),
  );
  expect(folders.filter((folder) => !text.includes(folder))).toEqual([]);
});
