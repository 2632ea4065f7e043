import type { DocumentOperation } from "../../document/operations.js";
import { parameterOf } from "../../document/path-template.js";
import type { Collection } from "../collections.js";
import { pathTo, rolesIn, type FakeContext, type Target } from "../context.js";

/** The verb of an operation, and what it is for, by its path: `alter` for `configs`, `pause` for `{connector_name}`. */
export interface Action {
  readonly verb: string;
  /** The segments of what it is for. */
  readonly segments: readonly string[];
}

/** The action of `configs:alter`, `{id}:resend` or `{name}/pause`. */
export function actionOf({ segments }: DocumentOperation): Action {
  const last = segments.at(-1) ?? "";
  const [, name, verb] = /^(.*[^:]):([^:{}]+)$/.exec(last) ?? [];
  const before = segments.slice(0, -1);
  return name !== undefined && verb !== undefined
    ? { verb, segments: [...before, name] }
    : { verb: last, segments: before };
}

/** The collection or the resource that an action is for. */
export function targetOfAction(context: FakeContext, { segments }: Action): Target | undefined {
  const name = parameterOf(segments.at(-1) ?? "");
  const { collectionAt } = rolesIn(context);
  const collection: Collection | undefined = collectionAt(
    name === undefined ? segments : segments.slice(0, -1),
  );
  if (!collection) return undefined;
  const operation = { ...context.operation, segments };
  const path = pathTo({ ...context, operation }, collection.segments.length);
  return { collection, path, ...(name !== undefined && { key: String(context.parameters.path[name]) }) };
}
