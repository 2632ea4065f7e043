import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** The ids of the processes that a process has started, and that still run. */
export async function childrenOf(parent: number): Promise<readonly number[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pid=,ppid=,comm="]);
  return stdout.split("\n").flatMap((line) => {
    const [pid, ppid, command] = line.trim().split(/\s+/);
    return Number(ppid) === parent && command !== "ps" ? [Number(pid)] : [];
  });
}

/** Whether there is a process with an id. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
