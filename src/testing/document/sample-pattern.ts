import { compilePattern } from "./pattern.js";

/** Longer texts are not tried. */
const MAX_LENGTH = 256;

/** What a class of characters is tried with: the first that fits stands for it. */
const CHARACTERS = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).sort(
  (one, other) => rankOf(one) - rankOf(other),
);

/** Letters before digits, before the rest: a text is to look like a name. */
function rankOf(character: string): number {
  return /[a-z]/.test(character) ? 0 : /[A-Z]/.test(character) ? 1 : /\d/.test(character) ? 2 : 3;
}

/**
 * A text that matches a pattern: a short one, of the first of its alternatives.
 *
 * @returns undefined when none is found, as for a pattern that refers back, or looks ahead
 */
export function sampleOfPattern(source: string, minLength: number, maxLength: number): string | undefined {
  const pattern = compilePattern(source);
  for (let more = 0; pattern && more <= Math.min(minLength, MAX_LENGTH); more++) {
    const text = new Sampler(pattern.source, more).sample();
    const fits = [text, text.padEnd(minLength, text.at(-1) ?? "x")].find(
      (one) => one.length >= minLength && one.length <= maxLength && pattern.test(one),
    );
    if (fits !== undefined) return fits;
  }
  return undefined;
}

/** Reads a pattern from left to right, and writes a text for it. */
class Sampler {
  #at = 0;

  /** @param more how many more repetitions there are than a quantifier wants, if it allows them */
  constructor(
    readonly source: string,
    readonly more: number,
  ) {}

  /** Of alternatives, the first. */
  sample(): string {
    const [first = ""] = this.#alternatives();
    return first;
  }

  #alternatives(): readonly string[] {
    const texts = [""];
    while (this.#at < this.source.length && this.source[this.#at] !== ")") {
      if (this.source[this.#at] === "|") {
        this.#at++;
        texts.push("");
      } else texts.push((texts.pop() ?? "") + this.#repeated());
    }
    return texts;
  }

  #repeated(): string {
    const atom = this.#atom();
    const [quantifier = "", least, comma, most] = this.#read(/(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/y) ?? [];
    if (quantifier === "") return atom;
    const wanted = least === undefined ? Number(quantifier.startsWith("+")) : Number(least);
    const isFixed = least !== undefined && comma === undefined;
    const limit = isFixed ? wanted : quantifier.startsWith("?") ? 1 : most ? Number(most) : Infinity;
    return atom.repeat(Math.min(wanted + this.more, limit, wanted + MAX_LENGTH));
  }

  #atom(): string {
    if (this.#read(/[$^]|\\b/iy)) return "";
    // ECMAScript 2025 has flags for a group, as `(?i:ab)`.
    const [group] = this.#read(/\((?:\?(?:[:=!]|[a-z-]+:|<[=!]|<\w+>))?/y) ?? [];
    if (group === undefined) {
      const [atom = ""] =
        this.#read(/\[\^?(?:\\.|[^\\\]])*\]|\\[pPu]\{[^}]*\}|\\u\w{4}|\\x\w\w|\\.|[^\\]/suy) ?? [];
      if (atom === "") this.#at++;
      return characterOf(atom);
    }
    const [first = ""] = this.#alternatives();
    this.#at++;
    return /[=!]$/.test(group) ? "" : first;
  }

  /** Reads what stands next, if it is that. */
  #read(next: RegExp): RegExpExecArray | undefined {
    next.lastIndex = this.#at;
    const found = next.exec(this.source) ?? undefined;
    if (found) this.#at = next.lastIndex;
    return found;
  }
}

function characterOf(atom: string): string {
  const pattern = compilePattern(`^${atom}$`);
  return CHARACTERS.find((one) => pattern?.test(one)) ?? atom;
}
