import { groupBy } from "./resource-tree.js";

/** The types of the client that generated files use. */
const RUNTIME_TYPES = [
  "Api",
  "ApiPromise",
  "CallOptions",
  "FilePart",
  "HeaderOptions",
  "JsonContent",
  "OperationTree",
  "Paginated",
  "PathItem",
  "PathOperation",
  "UnknownKind",
  "WithRequired",
] as const;

/** The functions of the client that only some operations need. */
const RUNTIME_FUNCTIONS = [
  "encodeBody",
  "serializeForm",
  "serializeMultipart",
  "serializeStyledForm",
  "serializeStyledHeaders",
  "serializeStyledPath",
  "serializeStyledQuery",
] as const;

/** The module that exports each of these, as an import in a generated file names it. */
export type ImportMap = Readonly<
  Record<(typeof RUNTIME_TYPES)[number] | (typeof RUNTIME_FUNCTIONS)[number], string>
>;

/** The imports for what is used of the client. */
export function runtimeImports(used: ReadonlySet<string>, runtime: ImportMap): string {
  const importsOf = (candidates: readonly (keyof ImportMap)[], keyword: "import" | "import type"): string => {
    const names = candidates.filter((name) => used.has(name));
    return [...groupBy(names, (name) => runtime[name])]
      .map(([module, group]) => printImport(keyword, group, module))
      .join("");
  };
  return importsOf(RUNTIME_FUNCTIONS, "import") + importsOf(RUNTIME_TYPES, "import type");
}

/** A line that imports or exports types, sorted; none where there are no names. */
export function printTypes(keyword: "import" | "export", names: readonly string[], module: string): string {
  return names.length === 0 ? "" : printImport(`${keyword} type`, names, module);
}

function printImport(keyword: string, names: readonly string[], module: string): string {
  return `${keyword} { ${[...names].sort().join(", ")} } from ${JSON.stringify(module)};\n`;
}
