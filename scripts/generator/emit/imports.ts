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
  "readEventStream",
  "readJsonEventStream",
  "readJsonStream",
  "serializeForm",
  "serializeMultipart",
  "serializeStyledForm",
  "serializeStyledHeaders",
  "serializeStyledPath",
  "serializeStyledQuery",
] as const;

/** The module that exports each of these, as an import in a generated file names it. */
export type ImportMap = Readonly<Record<(typeof RUNTIME_TYPES | typeof RUNTIME_FUNCTIONS)[number], string>>;

/** The imports for those of the used names that the client exports. */
export function runtimeImports(used: ReadonlySet<string>, runtime: ImportMap): string {
  const byModule = (names: readonly (keyof ImportMap)[]): readonly [string, string[]][] => [
    ...groupBy(
      names.filter((name) => used.has(name)),
      (name) => runtime[name],
    ),
  ];
  return [
    ...byModule(RUNTIME_FUNCTIONS).map(([module, names]) => printNames("import", names, module)),
    ...byModule(RUNTIME_TYPES).map(([module, names]) => printTypes("import", names, module)),
  ].join("");
}

/** A line that imports or exports types, sorted; none where there are no names. */
export function printTypes(keyword: "import" | "export", names: readonly string[], module: string): string {
  return names.length === 0 ? "" : printNames(`${keyword} type`, names, module);
}

function printNames(keyword: string, names: readonly string[], module: string): string {
  return `${keyword} { ${[...names].sort().join(", ")} } from ${JSON.stringify(module)};\n`;
}
