import { fileURLToPath } from "node:url";
import ts from "typescript";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Generated files are looked at as if they were in `src`, so that they find the client's types. */
const FOLDER = `${ROOT}src/generated-in-test/`;
const SNIPPET = `${FOLDER}snippet.ts`;

export interface TypeChecker {
  /** What the compiler says about the generated files themselves, as the package is built. */
  errorsInFiles(): readonly string[];
  /** What it says about code that stands beside them. */
  errorsIn(code: string): readonly string[];
  /** What an editor shows for the name that a declaration such as `const id` ends with. */
  hover(code: string, declaration: string): string;
  /** The comment that an editor shows with that. */
  comment(code: string, expression: string): string;
}

/** What TypeScript has parsed, which is the same for all checkers but for the generated files. */
const registry = ts.createDocumentRegistry();
let checkers = 0;

/** Compiles generated files with the settings of the package. */
export function createTypeChecker(files: ReadonlyMap<string, string>): TypeChecker {
  const checker = ++checkers;
  const texts = new Map([...files].map(([file, text]) => [`${FOLDER}${file}`, text]));
  let version = 0;
  const service = ts.createLanguageService(
    {
      getCompilationSettings: compilerOptions,
      getScriptFileNames: () => [...texts.keys()],
      getScriptVersion: (file) => (texts.has(file) ? `${checker}.${file === SNIPPET ? version : 0}` : "1"),
      getScriptSnapshot: (file) => {
        const text = texts.get(file) ?? ts.sys.readFile(file);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      fileExists: (file) => texts.has(file) || ts.sys.fileExists(file),
      readFile: (file) => texts.get(file) ?? ts.sys.readFile(file),
      readDirectory: (...args) => ts.sys.readDirectory(...args),
      directoryExists: (folder) => `${folder}/` === FOLDER || ts.sys.directoryExists(folder),
      getCurrentDirectory: () => ROOT,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
    },
    registry,
  );

  const write = (code: string): void => {
    texts.set(SNIPPET, code);
    version++;
  };
  const infoAt = (code: string, text: string): ts.QuickInfo | undefined => {
    write(code);
    return service.getQuickInfoAtPosition(SNIPPET, code.indexOf(text) + text.length - 1);
  };
  const errorsOf = (file: string, isBuilt: boolean): readonly string[] => {
    const program = service.getProgram();
    const source = program?.getSourceFile(file);
    if (!program || !source) throw new Error(`${file} is not compiled`);
    return [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
      ...(isBuilt ? program.getDeclarationDiagnostics(source) : []),
    ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  };
  return {
    errorsInFiles: () => [...files.keys()].flatMap((file) => errorsOf(`${FOLDER}${file}`, true)),
    errorsIn(code) {
      write(code);
      return errorsOf(SNIPPET, false);
    },
    hover: (code, declaration) => ts.displayPartsToString(infoAt(code, declaration)?.displayParts),
    comment: (code, expression) => ts.displayPartsToString(infoAt(code, expression)?.documentation),
  };
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.build.json`, (file) => ts.sys.readFile(file)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  return { ...options, noEmit: true, noUnusedLocals: true };
}
