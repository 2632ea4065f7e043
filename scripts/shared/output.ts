/** What a command prints to: results go to standard output, errors to standard error. */
export interface Output {
  print(line: string): void;
  printError(line: string): void;
}
