/** The widest line of text in a comment; longer paragraphs are wrapped. */
const WIDTH = 100;

/** The start of a line whose breaks matter: an item of a list, a row of a table, a heading, a quote, code. */
const STRUCTURED = /^( {4}|\t|\s*([-*+>|#]|\d+[.)]|```))/;

/** What a tag starts with. */
const LINE_BEGINNING_WITH_AT = /^([^\S\n\r\u2028\u2029]*)@/gm;

/** Text for a comment: wrapped, with structure kept. */
export function wrap(text: string): string {
  const paragraphs = text.trim().split(/\n\s*\n/);
  // A fence may hold blank lines: then it is unknown where code starts and ends.
  const isFenced = text.includes("```");
  return paragraphs
    .map((paragraph) => {
      const lines = paragraph.split("\n").map((line) => line.trimEnd());
      return isFenced || lines.some((line) => STRUCTURED.test(line))
        ? lines.join("\n")
        : wrapParagraph(lines.join(" "));
    })
    .join("\n\n")
    .replace(LINE_BEGINNING_WITH_AT, "$1\\@");
}

/** A tag and its text as one paragraph; further lines are indented. */
export function wrapTag(tag: string, text: string): string {
  const [first = "", ...rest] = wrapParagraph(`${tag} ${text}`).split("\n");
  return [first, ...rest.map((line) => `  ${line}`.replace(LINE_BEGINNING_WITH_AT, "$1\\@"))].join("\n");
}

export function endsStructured(text: string): boolean {
  return STRUCTURED.test(text.trimEnd().split("\n").at(-1) ?? "");
}

function wrapParagraph(text: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    if (line !== "" && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join("\n");
}

/** A JSDoc comment, indented; on one line where that does. */
export function comment(text: string, indent = ""): string {
  const safe = text.replaceAll("*/", "*\\/");
  if (!safe.includes("\n")) return `${indent}/** ${safe} */\n`;
  const lines = safe.split("\n").map((line) => `${indent} * ${line}`.trimEnd());
  return `${indent}/**\n${lines.join("\n")}\n${indent} */\n`;
}
