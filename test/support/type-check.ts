import { dirname, resolve } from "node:path";
import ts from "typescript";

/** What TypeScript says about a program, and how much work that was. */
interface TypeCheck {
  readonly errors: string[];
  /** The line of the file that each error is on. */
  readonly lines: string[];
  /** Instantiations of types: the same number on every machine. */
  readonly instantiations: number;
}

const { config } = ts.readConfigFile("tsconfig.json", (path) => ts.sys.readFile(path)) as { config: object };
const options = { ...ts.parseJsonConfigFileContent(config, ts.sys, ".").options, noUnusedLocals: false };
const disk = ts.createCompilerHost(options);
const parsed = new Map<string, ts.SourceFile | undefined>();

/**
 * Type-checks one file of a program whose files are in memory, with this project's settings. TypeScript reads the types of
 * what the file imports as far as the file uses them.
 *
 * @param main the file to check, one of `files`
 * @param files contents by path
 */
export function typeCheck(main: string, files: Readonly<Record<string, string>>): TypeCheck {
  const contents = new Map(Object.entries(files).map(([path, text]) => [resolve(path), text]));
  const folders = new Set([...contents.keys()].map((path) => dirname(path)));
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => contents.has(resolve(path)) || disk.fileExists(path),
    readFile: (path) => contents.get(resolve(path)) ?? disk.readFile(path),
    directoryExists: (path) => folders.has(resolve(path)) || ts.sys.directoryExists(path),
    getSourceFile: (path, language) => {
      const text = contents.get(resolve(path));
      if (text !== undefined) return ts.createSourceFile(path, text, language);
      if (!parsed.has(path)) parsed.set(path, disk.getSourceFile(path, language));
      return parsed.get(path);
    },
  };
  const program = ts.createProgram({ rootNames: [resolve(main)], options, host });
  const file = program.getSourceFile(resolve(main));
  const diagnostics = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  return {
    errors: diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
    lines: diagnostics.map(({ file: source, start = 0 }) => lineAt(source?.text ?? "", start)),
    instantiations: program.getInstantiationCount(),
  };
}

function lineAt(text: string, position: number): string {
  const [line = ""] = text.slice(text.lastIndexOf("\n", position - 1) + 1).split("\n", 1);
  return line.trim();
}
