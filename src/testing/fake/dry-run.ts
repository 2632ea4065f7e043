import type { FakeContext } from "./context.js";
import { valueAt } from "./keys.js";

/** Members of a request that ask whether it could be done. */
const NAMES = ["validate_only", "dry_run"];

/** Whether a request asks what would come of it, and is to change nothing. */
export function isDryRun({ parameters, body }: FakeContext): boolean {
  return NAMES.some((name) => parameters.query[name] === true || valueAt(body.value, [name]) === true);
}
