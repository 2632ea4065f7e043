import type { Impact } from "./rate.js";

/** The version that follows a release. Before 1.0.0 what breaks callers is a minor step, as npm's ranges have it. */
export function nextVersion(version: string, step: Impact): string {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  if (step === "major" && major > 0) return `${major + 1}.0.0`;
  if (step === "patch" || (step === "minor" && major === 0)) return `${major}.${minor}.${patch + 1}`;
  return `${major}.${minor + 1}.0`;
}
