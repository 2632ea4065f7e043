import { spawnSync } from "node:child_process";

/**
 * Runs a line of the shell to its end; what it prints goes where this process prints.
 * @returns its exit code
 */
export function runCommand(line: string, env: Readonly<Record<string, string>> = {}): number {
  const { status, error } = spawnSync(line, {
    shell: true,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  if (error) throw error;
  return status ?? 1;
}
