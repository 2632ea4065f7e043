/** What a command says, and to whom: results go to standard output, complaints to standard error. */
export interface Output {
  print(line: string): void;
  printError(line: string): void;
}

export interface Terminal extends Output {
  /** Shows on one line what is being done, where someone is looking; the next line that is printed takes its place. */
  progress(text: string): void;
}

const CLEAR_LINE = "\r\u001b[K";

export function createTerminal({ stdout, stderr }: Pick<NodeJS.Process, "stdout" | "stderr">): Terminal {
  let isShowing = false;
  const clear = (): void => {
    if (isShowing) stderr.write(CLEAR_LINE);
    isShowing = false;
  };
  return {
    print(line) {
      clear();
      stdout.write(`${line}\n`);
    },
    printError(line) {
      clear();
      stderr.write(`${line}\n`);
    },
    progress(text) {
      if (!stderr.isTTY) return;
      stderr.write(CLEAR_LINE + text.slice(0, stderr.columns - 1));
      isShowing = true;
    },
  };
}
