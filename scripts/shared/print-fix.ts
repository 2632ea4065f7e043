import type { Fix } from "../generator/document/fix.js";
import type { Output } from "./output.js";

export function printFix({ document, pointer, reason }: Fix, output: Pick<Output, "print">): void {
  output.print(`fixed ${document}#${pointer}\n  ${reason}`);
}
