import { relative } from "node:path";

/** Whether the operating system refused to read or write a file: the user can see to it, so a stack says nothing. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "path" in error;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOENT: "there is no such file",
  ENOTDIR: "a part of the path is a file, not a folder",
  EISDIR: "it is a folder, not a file",
  EEXIST: "it is a file, not a folder",
  ENOSPC: "no space is left on the device",
  EROFS: "the file system is read-only",
  ELOOP: "its symbolic links lead in a circle",
  ENAMETOOLONG: "the name is too long",
  EMFILE: "too many files are open",
};

export function systemReason({ code = "", message }: NodeJS.ErrnoException): string {
  return REASONS[code] ?? message;
}

/** Names the file relative to the working directory, as the user does. */
export function systemMessage(error: NodeJS.ErrnoException): string {
  const { path = "" } = error;
  const within = relative(process.cwd(), path);
  const name = within === "" ? "." : within.startsWith("..") ? path : within.replaceAll("\\", "/");
  return `${name}: ${systemReason(error)}`;
}
