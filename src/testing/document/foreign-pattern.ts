/** A pattern of JavaScript. */
export interface OwnPattern {
  readonly source: string;
  /** Without `u`. */
  readonly flags: string;
}

/** What engines have in different ways: an escape, a class, the start of a group, a possessive quantifier. */
const TOKEN =
  /\\.|\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\]){0,500}\]|\(\?[a-z-]+[:)]|\(\?P<|\(\?P=\w+\)|\(\?>|\(\?#[^)]{0,500}\)|(?:[*+?]|\{\d+(?:,\d*)?\})\+/gs;

/** Ends of the text: those of JavaScript are such ends, too, without the flag `m`. */
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
 * A pattern of another engine, such as `(?i)^[a-f]++\z` of Java, Go, Python or Ruby, as JavaScript has it. Where it has no
 * such thing, it is a pattern that matches more: flags hold for all of it, and what is matched is tried again. So no text is
 * refused that the pattern matches.
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
