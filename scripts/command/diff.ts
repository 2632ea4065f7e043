import type { ExitCode } from "./exit-code.js";
export function diffCommand(): Promise<ExitCode> {
  return Promise.resolve(0);
}
