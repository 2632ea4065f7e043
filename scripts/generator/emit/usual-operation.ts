/*
 * What a table of operations leaves out, because the client adds it: `src/client/usual-operation.ts` has the same. Scripts run
 * before src compiles, so that they cannot import it; `test/client/operation-ids.test.ts` holds the two together.
 */

/**
 * The usual id of an operation: the name of its method, the service, its version, and the resource, which is in the singular
 * but for a list.
 *
 * @param name the name of the method, such as `get`
 * @param path its path, such as `/iam/v2/api-keys/{id}`, which gives `getIamV2ApiKey`
 */
export function usualId(name: string, path: string): string {
  const [service, version, ...rest] = path.split("/").filter((part) => /^[^{]/.test(part));
  const id = [name, service, version, rest.at(-1)]
    .join("-")
    .replace(/(?<!-)-+(.)/g, (_, letter: string) => letter.toUpperCase());
  return name === "list" ? id : id.replace(/ies$/, "y").replace(/s$/, "");
}

const METHODS: ReadonlyMap<string, string> = new Map([
  ["create", "POST"],
  ["update", "PATCH"],
  ["delete", "DELETE"],
]);

/** The HTTP method that a method of this name usually has. */
export function usualMethod(name: string): string {
  return METHODS.get(name) ?? "GET";
}
