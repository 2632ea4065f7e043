import { parseArgs, type ParseArgsConfig } from "node:util";
import { UsageError } from "./command-error.js";
import { didYouMean } from "../generator/document/nearest-name.js";

type Options = NonNullable<ParseArgsConfig["options"]>;
type Parsed<T extends Options> = ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>>;

/**
 * @throws {UsageError} for an option that there is not, one without its value, one with a value that takes none, and an argument
 * that is empty, as it is when a variable of a shell is not set
 */
export function readArguments<const T extends Options>(args: readonly string[], options: T): Parsed<T> {
  const config = { args: [...args], options, allowPositionals: true } as const;
  const { tokens, values, positionals } = parseArgs({ ...config, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === "positional" && token.value === "") throw new UsageError("an argument is empty");
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (!option)
      throw new UsageError(`unknown option ${rawName}${didYouMean(name, Object.keys(options), "--")}`);
    // An option in the place of a value means that the value was forgotten; `--out=--odd` says otherwise. -1 is no option.
    const isForgotten =
      value === undefined || value === "" || (!token.inlineValue && /^-(?!\.?\d|$)/.test(value));
    if (option.type === "string" && isForgotten) throw new UsageError(`${rawName} needs a value`);
    if (option.type === "boolean" && value !== undefined) throw new UsageError(`${rawName} takes no value`);
  }
  // Held against the options above: where Node is strict, a number below 0 is ambiguous.
  return { values, positionals };
}

/** @throws {UsageError} for a value that is none of the choices */
export function readChoice<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const choice = choices.find((candidate) => candidate === value);
  if (choice !== undefined) return choice;
  const listed = `${choices.slice(0, -1).join(", ")} or ${choices.at(-1) ?? ""}`;
  throw new UsageError(`${option} must be ${listed}, not "${value}"${didYouMean(value, choices)}`);
}
