import { ConfigurationError } from "../errors/index.js";
import type { SubjectTokenSource } from "./subject-token.js";

interface FileSystem {
  readFile(path: string, encoding: "utf8"): Promise<string>;
}

/** The runtime provides the module: an `import`, even a lazy one, fails in bundlers for browsers. */
function fileSystem(): FileSystem {
  const { process } = globalThis as { process?: { getBuiltinModule?(name: string): FileSystem | undefined } };
  const files = process?.getBuiltinModule?.("node:fs/promises");
  if (files) return files;
  throw new ConfigurationError(
    "tokenFile: this runtime has no `process.getBuiltinModule`; it needs Node 20.16 or later",
  );
}

/**
 * A source of subject tokens for `stsToken`: a file that the platform keeps up to date, such as a projected service account
 * token of Kubernetes, or the file that `AZURE_FEDERATED_TOKEN_FILE` names. It is read for each exchange. White space
 * around the token is ignored.
 *
 * The source throws a `ConfigurationError` when the file cannot be read or is empty.
 *
 * @throws {ConfigurationError} when `path` is missing, or when the runtime has no `process.getBuiltinModule` (Node has it
 * from 20.16)
 * @example stsToken({ identityPoolId: "pool-12345", subjectToken: tokenFile("/var/run/secrets/tokens/confluent") })
 */
export function tokenFile(path: string): SubjectTokenSource {
  if (typeof path !== "string" || path === "") throw new ConfigurationError("tokenFile: `path` is missing");
  const files = fileSystem();
  return async () => {
    const content = await files.readFile(path, "utf8").catch((cause: unknown) => {
      const { code } = cause as { code?: string };
      throw new ConfigurationError(`tokenFile: "${path}" cannot be read${code ? `: ${code}` : ""}`, {
        cause,
      });
    });
    const token = content.trim();
    if (token === "") throw new ConfigurationError(`tokenFile: "${path}" is empty`);
    return token;
  };
}
