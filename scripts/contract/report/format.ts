import { withEscapedControls, withoutControls } from "../../shared/control-characters.js";
import type { ContractReport, Level } from "../engine.js";
import { junit } from "./junit.js";
import { markdown } from "./markdown.js";
import { text } from "./text.js";

export type Format = "text" | "markdown" | "json" | "junit";

/** @param failOn the least level of a drift that fails the check */
export function formatReport(report: ContractReport, format: Format, failOn: Level): string {
  switch (format) {
    case "json":
      return withEscapedControls(JSON.stringify(report, undefined, 2));
    case "junit":
      return withoutControls(junit(report, failOn));
    case "markdown":
      return withoutControls(markdown(report));
    case "text":
      return withoutControls(text(report));
  }
}
