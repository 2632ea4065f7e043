import { propertiesOf } from "../document/properties.js";
import { rolesIn, type FakeContext } from "./context.js";
import { valueAt } from "./keys.js";

/** Members of a request that ask whether it could be done. */
const NAMES = ["validate_only", "dry_run"];

/**
 * Whether a request asks what would come of it, and is to change nothing. A member that the resource itself has, such as the
 * `dry_run` of a job, says something of the resource.
 */
export function isDryRun(context: FakeContext): boolean {
  const { parameters, body, operation } = context;
  const own = propertiesOf(rolesIn(context).collectionOf(operation)?.item ?? {});
  return NAMES.some(
    (name) => parameters.query[name] === true || (!(name in own) && valueAt(body.value, [name]) === true),
  );
}
