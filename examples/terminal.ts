/** Output for a terminal. */

/** The heading of a section. */
export function heading(text: string): void {
  console.log(`\n${bold(text)}`);
}

/** Rows under column titles, each column as wide as its widest cell. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("   ")
      .trimEnd();
  console.log(`\n  ${bold(line(titles))}`);
  console.log(`  ${widths.map((width) => "─".repeat(width)).join("───")}`);
  for (const row of rows) console.log(`  ${line(row)}`);
}

/** One object, with a line for each field. Further lines of a value are indented. */
export function record(fields: Record<string, string | undefined>): void {
  const width = Math.max(...Object.keys(fields).map((name) => name.length));
  for (const [name, value = "–"] of Object.entries(fields)) {
    console.log(`  ${bold(name.padEnd(width))}   ${value.replaceAll("\n", `\n${" ".repeat(width + 5)}`)}`);
  }
}

function bold(text: string): string {
  return process.stdout.isTTY ? `\u001b[1m${text}\u001b[22m` : text;
}
