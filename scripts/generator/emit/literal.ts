import { isIdentifier } from "../document/names.js";
import { isRecord } from "../document/records.js";

/** The widest line that a literal is printed on. */
const WIDTH = 100;

/**
 * A value as TypeScript, on one line if that is not too wide.
 *
 * @param column how much of the line is taken before it
 * @param indent of the line
 */
export function printLiteral(value: unknown, column = 0, indent = ""): string {
  const flat = printFlat(value);
  if (column + flat.length <= WIDTH) return flat;
  const deeper = `${indent}  `;
  const print = (lead: string, item: unknown): string => {
    const start = deeper + lead;
    return `${start}${printLiteral(item, start.length + ",".length, deeper)},\n`;
  };
  if (Array.isArray(value)) return `[\n${value.map((item) => print("", item)).join("")}${indent}]`;
  if (!isRecord(value) || CODE in value) return flat;
  const lines = Object.entries(value).map(([key, item]) => print(`${printKey(key)}: `, item));
  return `{\n${lines.join("")}${indent}}`;
}

const CODE = Symbol("code");

/** An expression that a literal has in the place of a value, such as the name of a function. */
export function code(expression: string): object {
  return { [CODE]: expression };
}

export function printKey(key: string): string {
  return isIdentifier(key) ? key : JSON.stringify(key);
}

function printFlat(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printFlat).join(", ")}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  if (CODE in value) return String(value[CODE]);
  const entries = Object.entries(value).map(([key, item]) => `${printKey(key)}: ${printFlat(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
