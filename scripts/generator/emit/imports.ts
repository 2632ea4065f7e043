/** The types of the client that generated files use. */
const RUNTIME_TYPES = [
  "Api",
  "CallOptions",
  "JsonContent",
  "OperationTree",
  "Paginated",
  "PathItem",
  "PathOperation",
  "UnknownKind",
  "WithRequired",
] as const;

/** The module that exports each of these types, as an import in a generated file names it. */
export type ImportMap = Readonly<Record<(typeof RUNTIME_TYPES)[number], string>>;

/** The imports for those of the used types that the client exports. */
export function runtimeImports(used: ReadonlySet<string>, runtime: ImportMap): string {
  const modules = new Map<string, string[]>();
  for (const name of RUNTIME_TYPES) {
    if (used.has(name)) modules.set(runtime[name], [...(modules.get(runtime[name]) ?? []), name]);
  }
  return [...modules].map(([module, names]) => printTypes("import", names, module)).join("");
}

/** A line that imports or exports types, sorted; none where there are no names. */
export function printTypes(keyword: "import" | "export", names: readonly string[], module: string): string {
  if (names.length === 0) return "";
  return `${keyword} type { ${[...names].sort().join(", ")} } from ${JSON.stringify(module)};\n`;
}
