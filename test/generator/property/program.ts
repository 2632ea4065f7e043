import { fileURLToPath } from "node:url";
import ts from "typescript";
import { mapValues } from "../../../scripts/generator/document/records.js";
import { OWN_IMPORTS } from "../../../scripts/package/own-imports.js";
import { isObject, type Json } from "./json.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
/** Files are compiled as if they were in `src`, a folder for each module, so that they find the client's types. */
const FOLDER = `${ROOT}src/property-test/`;

export const MODULE_RUNTIME = mapValues(OWN_IMPORTS, (path) => `../${path}`) as typeof OWN_IMPORTS;

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  verbatimModuleSyntax: true,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  types: ["node"],
};

/** An error of a program: in which file, on which line, and what. */
export interface ProgramError {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Compiles files, given by their paths in one folder, in one program. */
export function compile(files: ReadonlyMap<string, string>): readonly ProgramError[] {
  const texts = new Map([...files].map(([file, text]) => [FOLDER + file, text]));
  const folders = new Set([...texts.keys()].map((file) => file.slice(0, file.lastIndexOf("/"))));
  const disk = ts.createCompilerHost(OPTIONS);
  const host: ts.CompilerHost = {
    ...disk,
    getCurrentDirectory: () => ROOT,
    fileExists: (file) => texts.has(file) || disk.fileExists(file),
    readFile: (file) => texts.get(file) ?? disk.readFile(file),
    directoryExists: (folder) =>
      folders.has(folder) || `${folder}/` === FOLDER || ts.sys.directoryExists(folder),
    getSourceFile: (file, language) => {
      const text = texts.get(file);
      return text === undefined
        ? disk.getSourceFile(file, language)
        : ts.createSourceFile(file, text, language);
    },
  };
  const program = ts.createProgram({ rootNames: [...texts.keys()], options: OPTIONS, host });
  return [...texts.keys()].flatMap((path) => {
    const source = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText, start = 0 }) => ({
        file: path.slice(FOLDER.length),
        line: source?.getLineAndCharacterOfPosition(start).line ?? 0,
        message: ts.flattenDiagnosticMessageText(messageText, "\n"),
      }),
    );
  });
}

/** A value as a literal of TypeScript: a quoted `__proto__` would not be a property. */
export function literalOf(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => literalOf(item)).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, child]) => {
    const name = JSON.stringify(key);
    return `${key === "__proto__" ? `[${name}]` : name}: ${literalOf(child)}`;
  });
  return `{ ${entries.join(", ")} }`;
}
