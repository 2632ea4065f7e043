import { onTestFinished } from "vitest";

/** Collects unhandled rejections and warnings of the process while the test runs. */
export function processWarnings(): unknown[] {
  const seen: unknown[] = [];
  const note = (warning: unknown): void => void seen.push(warning);
  for (const event of ["unhandledRejection", "warning"]) {
    process.on(event, note);
    onTestFinished(() => void process.off(event, note));
  }
  return seen;
}

/** Resolves after some turns of the event loop, when the process has emitted its warnings. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}
