import { isIdentifier } from "../document/names.js";
import { isRecord } from "../document/records.js";

/** The widest literal that is printed on one line. */
const WIDTH = 80;

/** A value as TypeScript, on one line if it is short. Properties that are undefined are left out. */
export function printLiteral(value: unknown, indent = ""): string {
  const flat = printFlat(value);
  if (indent.length + flat.length <= WIDTH) return flat;
  const deeper = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((item) => printLiteral(item, deeper))
    : isRecord(value)
      ? entriesOf(value).map(([key, item]) => `${printKey(key)}: ${printLiteral(item, deeper)}`)
      : [];
  if (lines.length === 0) return flat;
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${lines.map((line) => `${deeper}${line},\n`).join("")}${indent}${close}`;
}

export function printKey(key: string): string {
  return isIdentifier(key) ? key : JSON.stringify(key);
}

function printFlat(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printFlat).join(", ")}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const entries = entriesOf(value).map(([key, item]) => `${printKey(key)}: ${printFlat(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function entriesOf(record: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.entries(record).filter(([, value]) => value !== undefined);
}
