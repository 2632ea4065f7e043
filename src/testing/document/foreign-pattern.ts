/** A pattern of JavaScript. */
export interface OwnPattern {
  readonly source: string;
  /** Without `u`. */
  readonly flags: string;
}

/** What engines write in different ways: an escape, a class, the start of a group, a possessive quantifier. */
const TOKEN =
  /\\.|\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\]){0,500}\]|\(\?[a-z-]+[:)]|\(\?P<|\(\?P=\w+\)|\(\?>|\(\?#[^)]{0,500}\)|(?:[*+?]|\{\d+(?:,\d*)?\})\+/gs;

/** Anchors at the start and the end of a text: without the flag `m`, those of JavaScript mean the same. */
const ANCHORS: ReadonlyMap<string, string> = new Map([
  ["\\A", "^"],
  ["\\z", "$"],
  ["\\Z", "$"],
]);

/** What POSIX names within a class. */
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ["alpha", "a-zA-Z"],
  ["alnum", "a-zA-Z0-9"],
  ["digit", "0-9"],
  ["xdigit", "0-9a-fA-F"],
  ["upper", "A-Z"],
  ["lower", "a-z"],
  ["word", "\\w"],
  ["space", "\\s"],
  ["blank", " \\t"],
]);

/**
 * A pattern of another engine, such as `(?i)^[a-f]++\z` of Java, Go, Python or Ruby, written for JavaScript. What JavaScript
 * lacks is loosened: flags hold for the whole pattern, and possessive quantifiers and atomic groups backtrack. So a text that the
 * pattern matches is never refused.
 */
export function inJavaScript(pattern: string): OwnPattern {
  const flags = new Set<string>();
  const source = pattern.replace(TOKEN, (token) => {
    if (token.startsWith("\\")) return ANCHORS.get(token) ?? token;
    if (token.startsWith("["))
      return token.replace(/\[:(\w+):\]/g, (all, name: string) => CHARACTERS.get(name) ?? all);
    if (!token.startsWith("(?")) return token.slice(0, -1);
    if (token === "(?P<") return "(?<";
    if (token.startsWith("(?P=")) return `\\k<${token.slice(4, -1)}>`;
    if (token === "(?>") return "(?:";
    if (token.startsWith("(?#")) return "";
    const [set = ""] = token.slice(2, -1).split("-");
    for (const flag of set.match(/[ims]/g) ?? []) flags.add(flag);
    return token.endsWith(":") ? "(?:" : "";
  });
  return { source, flags: [...flags].join("") };
}
