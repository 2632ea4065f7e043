import { MAX_TOKEN_FILE_BYTES } from "../defaults.js";
import { ConfigurationError } from "../errors/index.js";
import type { SubjectTokenSource } from "./subject-token.js";

interface OpenFile {
  read(buffer: Uint8Array, offset: number): Promise<{ readonly bytesRead: number }>;
  close(): Promise<void>;
}

interface FileSystem {
  open(path: string): Promise<OpenFile>;
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
 * The source throws a `ConfigurationError` when the file cannot be read, is empty, or is larger than 64 KiB.
 *
 * @throws {ConfigurationError} when `path` is missing, or when the runtime has no `process.getBuiltinModule` (Node has it
 * from 20.16)
 * @example stsToken({ identityPoolId: "pool-12345", subjectToken: tokenFile("/var/run/secrets/tokens/confluent") })
 */
export function tokenFile(path: string): SubjectTokenSource {
  if (typeof path !== "string" || path === "") throw new ConfigurationError("tokenFile: `path` is missing");
  const files = fileSystem();
  return async () => {
    const content = await readStart(files, path).catch((cause: unknown) => {
      const { code } = cause as { code?: string };
      throw new ConfigurationError(`tokenFile: "${path}" cannot be read${code ? `: ${code}` : ""}`, {
        cause,
      });
    });
    if (content.byteLength > MAX_TOKEN_FILE_BYTES) {
      throw new ConfigurationError(
        `tokenFile: "${path}" is no token: it has more than ${MAX_TOKEN_FILE_BYTES} bytes`,
      );
    }
    const token = new TextDecoder().decode(content).trim();
    if (token === "") throw new ConfigurationError(`tokenFile: "${path}" is empty`);
    return token;
  };
}

/** The bytes of a file, or one more than a token may have: a device or a log may have no end. */
async function readStart(files: FileSystem, path: string): Promise<Uint8Array> {
  const buffer = new Uint8Array(MAX_TOKEN_FILE_BYTES + 1);
  const file = await files.open(path);
  try {
    for (let size = 0; ;) {
      const { bytesRead } = await file.read(buffer, size);
      size += bytesRead;
      if (bytesRead === 0 || size === buffer.byteLength) return buffer.subarray(0, size);
    }
  } finally {
    await file.close();
  }
}
