import { printTypes, runtimeImports, type ImportMap } from "./imports.js";
import type { ServiceModule } from "./service-module.js";
import type { SharedModels } from "./shared-models.js";

/** The file of a service: its resources, models and queries, its API, its paths; what it shares is imported. */
export function serviceFile(
  { models, statements, used }: ServiceModule,
  { isShared }: SharedModels,
  runtime: ImportMap,
): string {
  const own = [...models.values()].filter((model) => !isShared(model));
  const mentioned = new Set([...used, ...own.flatMap((model) => [...model.used])]);
  const shared = [...models.values()].filter(isShared).map(({ name }) => name);
  const imports =
    runtimeImports(mentioned, runtime) +
    printTypes(
      "import",
      shared.filter((name) => mentioned.has(name)),
      "./shared.js",
    ) +
    // Whoever imports a model from its service need not know whether others have it too.
    printTypes("export", shared, "./shared.js");
  return [imports, ...own.map(({ text }) => text), ...statements].join("\n");
}

/** The file of what several services share. */
export function sharedFile({ models }: SharedModels, runtime: ImportMap): string {
  const imports = runtimeImports(new Set(models.flatMap(({ used }) => [...used])), runtime);
  return [...(imports === "" ? [] : [imports]), ...models.map(({ text }) => text)].join("\n");
}
