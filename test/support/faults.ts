import { onTestFinished } from "vitest";

/** Collects what the process complains of while the test runs: rejections that nobody handles, and warnings. */
export function processWarnings(): unknown[] {
  const seen: unknown[] = [];
  const note = (complaint: unknown): void => void seen.push(complaint);
  for (const event of ["unhandledRejection", "warning"]) {
    process.on(event, note);
    onTestFinished(() => void process.off(event, note));
  }
  return seen;
}

/** Resolves when the event loop has gone round, after which the process has said what it had to say. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}
