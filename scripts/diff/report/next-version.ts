import type { Step } from "../rules/rule.js";

const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

/** Whether a text is a version that a next one can be made of, such as `1.4.2`. */
export function isVersion(text: string): boolean {
  return VERSION.test(text);
}

/** The version that follows a release. Before 1.0.0 what breaks callers is a minor step, as npm's ranges have it. */
export function nextVersion(version: string, step: Step | "none"): string {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  if (step === "none") return version;
  if (step === "major" && major > 0) return `${major + 1}.0.0`;
  if (step === "patch" || (step === "minor" && major === 0)) return `${major}.${minor}.${patch + 1}`;
  return `${major}.${minor + 1}.0`;
}
