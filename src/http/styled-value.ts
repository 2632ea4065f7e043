import { ConfigurationError } from "../errors/index.js";
import type { ParameterStyle } from "../operation.js";

type Style = NonNullable<ParameterStyle["style"]>;

/** What a style puts before the value and between exploded parts, and whether it names the parameter (RFC 6570, section 3.2). */
const STYLES: Record<Style, { first: string; separator: string; comma: string; isNamed: boolean }> = {
  simple: { first: "", separator: ",", comma: ",", isNamed: false },
  label: { first: ".", separator: ".", comma: ",", isNamed: false },
  matrix: { first: ";", separator: ";", comma: ",", isNamed: true },
  form: { first: "", separator: "&", comma: ",", isNamed: true },
  deepObject: { first: "", separator: "&", comma: ",", isNamed: true },
  spaceDelimited: { first: "", separator: "&", comma: "%20", isNamed: true },
  pipeDelimited: { first: "", separator: "&", comma: "%7C", isNamed: true },
};

export interface StyledValueOptions {
  readonly style: Style;
  readonly explode: boolean;
  /** Encodes names and values for their place. */
  readonly encode: (text: string) => string;
}

/**
 * Writes a value in a style of OpenAPI; empty for an empty list or object (RFC 6570, section 2.3).
 *
 * @throws {ConfigurationError} for a value within a list or an object that is one itself: OpenAPI has no style for it
 */
export function styledValue(name: string, value: unknown, options: StyledValueOptions): string {
  const { explode, encode } = options;
  const { first, separator, comma, isNamed } = STYLES[options.style];
  const text = (part: unknown): string => encode(textOf(name, part));
  const named = (written: string): string => (isNamed ? `${encode(name)}=${written}` : written);
  const joined = (parts: readonly string[], exploded: readonly string[]): string => {
    if (parts.length === 0) return "";
    return first + (explode ? exploded.join(separator) : named(parts.join(comma)));
  };
  if (Array.isArray(value)) {
    const items = value.filter(isPresent).map(text);
    return joined(items, items.map(named));
  }
  if (!isObject(value)) return first + named(text(value));
  const entries = Object.entries(value).flatMap(([key, part]) =>
    isPresent(part) ? [[encode(key), text(part)] as const] : [],
  );
  return joined(
    entries.flat(),
    entries.map((entry) => entry.join("=")),
  );
}

/** A value as JSON, where the document says so; else as it is. */
export function jsonOr(value: unknown, { json }: ParameterStyle): unknown {
  return json ? JSON.stringify(value) : value;
}

export function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}

function textOf(name: string, value: unknown): string {
  if (isObject(value) || typeof value === "symbol") {
    const problem = "has a list or an object within a list or an object, which its style cannot write";
    throw new ConfigurationError(`parameter \`${name}\` ${problem}`);
  }
  return value instanceof Date ? value.toISOString() : String(value);
}
