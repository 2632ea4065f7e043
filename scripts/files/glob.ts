import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** More alternatives in braces than this are a slip. */
const MAX_ALTERNATIVES = 1_000;

/** Whether a path is a pattern: a shell leaves it as it is if it is quoted, and that of Windows always does. */
export function isGlob(path: string): boolean {
  return /[*?[{]/.test(path);
}

/**
 * The files that match a pattern, in an order that does not depend on the system: `*` and `?` stand for letters of a name,
 * `[a-z]` for one of several, `{a,b}` for alternatives, and `**` for any folders. Hidden files match only a pattern that
 * starts with a dot, and `**` stays out of node_modules.
 */
export async function expandGlob(pattern: string, folder: string): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const path of alternativesOf(pattern)) {
    const root = path.startsWith("/") ? "/" : "";
    const segments = path.split("/").filter((segment) => segment !== "");
    for (const name of await walk(root, segments, folder)) found.add(name);
  }
  return [...found].sort();
}

/** The part of a pattern before its first segment with a wildcard: the folder in which its matches are. */
export function globRoot(pattern: string): string {
  const segments = pattern.split("/");
  return segments.slice(0, segments.findIndex(isGlob)).join("/") || (pattern.startsWith("/") ? "/" : ".");
}

async function walk(path: string, segments: readonly string[], folder: string): Promise<readonly string[]> {
  const [segment, ...rest] = segments;
  if (segment === undefined) return [];
  const isLast = rest.length === 0;
  if (!isGlob(segment) && !isLast) return walk(`${path}${segment}/`, rest, folder);
  const entries = await readdir(join(path.startsWith("/") ? "" : folder, path || "."), {
    withFileTypes: true,
  }).catch(() => []);
  const found: string[] = isLast || segment !== "**" ? [] : [...(await walk(path, rest, folder))];
  for (const entry of entries) {
    const { name } = entry;
    if (segment === "**" && entry.isDirectory() && !name.startsWith(".") && name !== "node_modules") {
      found.push(...(await walk(`${path}${name}/`, segments, folder)));
    }
    if (!matches(name, segment)) continue;
    if (!isLast) found.push(...(segment === "**" ? [] : await walk(`${path}${name}/`, rest, folder)));
    else if (!entry.isDirectory()) found.push(path + name);
  }
  return found;
}

/** `{a,b}.yaml` is `a.yaml` and `b.yaml`. */
function alternativesOf(pattern: string): readonly string[] {
  let patterns = [pattern];
  for (;;) {
    const next = patterns.flatMap((one) => {
      const [whole, inner] = /\{([^{}]*)\}/.exec(one) ?? [];
      if (whole === undefined || inner === undefined) return [one];
      return inner.split(",").map((choice) => one.replace(whole, () => choice));
    });
    if (next.length === patterns.length && next.every((one, index) => one === patterns[index]))
      return patterns;
    if (next.length > MAX_ALTERNATIVES) return [];
    patterns = next;
  }
}

/** Takes time in proportion to name and pattern, whatever the pattern is. */
function matches(name: string, pattern: string): boolean {
  if (name.startsWith(".") && !pattern.startsWith(".")) return false;
  const tokens = tokensOf(pattern);
  const letters = Array.from(name);
  let [letter, token] = [0, 0];
  let [star, resumeAt] = [-1, 0];
  while (letter < letters.length) {
    const current = tokens[token];
    if (current === "*") {
      star = token++;
      resumeAt = letter;
    } else if (current !== undefined && matchesLetter(letters[letter] ?? "", current)) {
      letter++;
      token++;
    } else if (star >= 0) {
      token = star + 1;
      letter = ++resumeAt;
    } else {
      return false;
    }
  }
  return tokens.slice(token).every((rest) => rest === "*");
}

function matchesLetter(letter: string, token: string): boolean {
  if (token === "?") return true;
  if (!token.startsWith("[") || token.length === 1) return letter === token;
  const isNegated = /^\[[!^]/.test(token);
  const choices = Array.from(token.slice(isNegated ? 2 : 1, -1));
  const isIn = choices.some((choice, index) => {
    const isRange = choices[index + 1] === "-" && index + 2 < choices.length;
    return choice === letter || (isRange && choice <= letter && letter <= (choices[index + 2] ?? ""));
  });
  return isIn !== isNegated;
}

/** The characters of a pattern; a class, `[abc]`, is one token. What no bracket closes is no class. */
function tokensOf(pattern: string): readonly string[] {
  const tokens: string[] = [];
  let open = "";
  for (const character of pattern) {
    if (open === "" && character !== "[") tokens.push(character);
    else open += character;
    if (character !== "]" || open.length < 3) continue;
    tokens.push(open);
    open = "";
  }
  return [...tokens, ...Array.from(open)];
}
