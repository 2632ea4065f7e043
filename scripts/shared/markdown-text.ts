/** A message with its values in backticks: these stay code, whatever they hold, and the rest is plain text. */
export function markdownWithCode(message: string): string {
  const parts = message.split(/(?<!`)(`[^`]*`)(?!`)/);
  return parts.map((part) => (/^`[^`]+`$/.test(part) ? part : markdownText(part))).join("");
}

/** Text as code: within it nothing is a link, a mention or markup. */
export function markdownCode(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`;
}

export function markdownText(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~@&!]/g, String.raw`\$&`).replaceAll(/\s+/g, " ");
}
