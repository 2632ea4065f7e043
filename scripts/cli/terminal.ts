import { visibleLine, visibleText } from "../generator/document/visible-text.js";
import type { Output } from "../shared/output.js";

export interface Terminal extends Output {
  /** Shows on a single line what the command is doing, on a terminal only; the next printed line replaces it. */
  progress(text: string): void;
}

const CLEAR_LINE = "\r\u001b[K";

/**
 * All that the command prints goes through here. Characters that control a terminal, or turn the direction of text around,
 * are printed as escapes: documents, names of files and messages of other programs may hold them.
 */
export function createTerminal({ stdout, stderr }: Pick<NodeJS.Process, "stdout" | "stderr">): Terminal {
  let isShowing = false;
  const clear = (): void => {
    if (isShowing) stderr.write(CLEAR_LINE);
    isShowing = false;
  };
  return {
    print(line) {
      clear();
      stdout.write(`${visibleText(line)}\n`);
    },
    printError(line) {
      clear();
      stderr.write(`${visibleText(line)}\n`);
    },
    progress(text) {
      if (!stderr.isTTY) return;
      stderr.write(CLEAR_LINE + visibleLine(text).slice(0, stderr.columns - 1));
      isShowing = true;
    },
  };
}
