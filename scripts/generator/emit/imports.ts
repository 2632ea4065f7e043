/** The types of the client that generated files use. */
const RUNTIME_TYPES = [
  "Api",
  "ApiPromise",
  "CallOptions",
  "OperationTree",
  "Paginated",
  "UnknownKind",
] as const;

/** The module that exports each of these types, as an import in a generated file names it. */
export type ImportMap = Readonly<Record<(typeof RUNTIME_TYPES)[number], string>>;

/** The imports for those of the used types that come from elsewhere: from the client, or from `types.ts`. */
export function printImports(
  used: ReadonlySet<string>,
  runtime: ImportMap,
  types: ReadonlySet<string>,
): string {
  const modules = new Map<string, string[]>();
  const add = (module: string, name: string): void => {
    modules.set(module, [...(modules.get(module) ?? []), name]);
  };
  for (const name of RUNTIME_TYPES) if (used.has(name)) add(runtime[name], name);
  for (const name of [...types].filter((type) => used.has(type)).sort()) add("./types.js", name);
  return [...modules]
    .map(([module, names]) => `import type { ${names.join(", ")} } from ${JSON.stringify(module)};\n`)
    .join("");
}
