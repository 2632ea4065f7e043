/** What a terminal would obey, or what turns the direction of a text, shows nothing of what is there. */
const CONTROLS = /[^\P{Cc}\n\t]|[\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** A report without the characters that are obeyed instead of shown. */
export function withoutControls(report: string): string {
  return report.replaceAll(CONTROLS, () => "\ufffd");
}

/** JSON with an escape in the place of each such character: a program reads what was there. */
export function withEscapedControls(json: string): string {
  return json.replaceAll(CONTROLS, escaped);
}

function escaped(control: string): string {
  return Array.from({ length: control.length }, (_, index) => {
    return `\\u${control.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }).join("");
}
