/**
 * Whether a text is JSON that breaks off, or several values of which the last does. Node's `fetch` ends a compressed body that
 * breaks off as if it were whole.
 */
export function isCutJson(text: string): boolean {
  const { start, closers, token } = openAtEnd(text);
  if (closers.length === 0) return false;
  // Another value stands for a string, a number or a word that may not be whole.
  const begun = text.slice(start, token) + (token === undefined ? "" : text[token] === '"' ? '""' : "0");
  const end = closers.reverse().join("");
  return ["", "0", ":0", '"":0'].some((missing) => isJson(begun + missing + end));
}

/** What is open where a text ends: since when, the brackets that close it, and where the last string, number or word began. */
function openAtEnd(text: string): {
  readonly start: number;
  readonly closers: string[];
  readonly token: number | undefined;
} {
  const closers: string[] = [];
  let start = 0;
  let string: number | undefined;
  let word: number | undefined;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (string !== undefined) {
      if (character === "\\") at++;
      else if (character === '"') string = undefined;
      continue;
    }
    word = /[\w.+-]/.test(character) ? (word ?? at) : undefined;
    if (character === '"') string = at;
    else if (character === "{" || character === "[") closers.push(character === "{" ? "}" : "]");
    else if (character === "}" || character === "]") {
      closers.pop();
      if (closers.length === 0) start = at + 1;
    }
  }
  return { start, closers, token: string ?? word };
}

function isJson(text: string): boolean {
  try {
    return JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}
