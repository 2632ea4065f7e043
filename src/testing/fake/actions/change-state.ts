import { flatten, typeOf } from "../../document/flat-schema.js";
import { isJson } from "../../document/media-types.js";
import { operationsOf } from "../../document/operations.js";
import type { Schema } from "../../document/schema.js";
import { listShapeOf } from "../list-shape.js";
import { successOf } from "../success.js";
import { completeValue, isObject, type Json } from "../complete-value.js";
import type { FakeAnswer, FakeContext, Target } from "../context.js";
import { schemaAt, valueAt, withValueAt } from "../keys.js";
import { saveResource } from "../save-resource.js";
import { existing, resourceOf, subjectOf, type Subject } from "../subject.js";
import type { Action } from "./action.js";

/** What an action makes of a state. */
interface Transition {
  /** The names of states, whatever their case: the first that the document has. */
  readonly to: readonly string[];
  /** A state that the document has, too, if the action is what its name says: what is resumed can be paused. */
  readonly beside: string;
}

const MIRROR_END: Transition = { to: ["STOPPED"], beside: "PENDING_STOPPED" };
const TRANSITIONS: Readonly<Record<string, Transition>> = {
  pause: { to: ["PAUSED"], beside: "PAUSED" },
  resume: { to: ["RUNNING", "ACTIVE"], beside: "PAUSED" },
  promote: MIRROR_END,
  failover: MIRROR_END,
};

/** A member that says the state of something, and what it becomes. */
interface Change {
  readonly way: readonly string[];
  readonly state: string;
}

/** Changes the state of a resource, or of those of a collection that the body names; undefined when none is known. */
export function changeState(context: FakeContext, action: Action, target: Target): FakeAnswer | undefined {
  const transition = TRANSITIONS[action.verb];
  if (!transition || !isForJson(context)) return undefined;
  if (target.key === undefined) return changeMany(context, target, transition);
  const { collection } = target;
  const own = stateIn(collection.item, transition);
  if (own) {
    set(context, resourceOf(context, { ...target, key: target.key }), own);
    return {};
  }
  const found = statusBelow(context, action, transition);
  if (!found) return undefined;
  set(found.context, subjectOf(found.context, undefined), found.change);
  return {};
}

/** What is once below a resource and says its state, as `/connectors/{connector_name}/status` does. */
function statusBelow(
  context: FakeContext,
  { segments }: Action,
  transition: Transition,
): { readonly context: FakeContext; readonly change: Change } | undefined {
  const { document } = context.operation;
  const path = `${segments.join("/")}/`;
  for (const operation of operationsOf(document)) {
    if (operation.method !== "GET" || operation.segments.length !== segments.length + 1) continue;
    if (!operation.segments.join("/").startsWith(path)) continue;
    const change = stateIn(successOf(operation).content?.schema ?? {}, transition);
    if (change) return { context: { ...context, operation }, change };
  }
  return undefined;
}

/** The resources of a collection whose keys the body lists, or has a pattern for. */
function changeMany(context: FakeContext, target: Target, transition: Transition): FakeAnswer | undefined {
  const { collection, path } = target;
  const change = stateIn(collection.item, transition);
  const name = collection.keyPath.at(-1);
  if (!change || name === undefined) return undefined;
  const names = valueAt(context.body.value, [`${name}s`]);
  const pattern = valueAt(context.body.value, [`${name}_pattern`]);
  const isMeant = matcherOf(names, pattern);
  const items = context.store
    .entries(path)
    .filter(({ key }) => isMeant(key))
    .map(({ key }) => set(context, resourceOf(context, { ...target, key }), change));
  const { content } = successOf(context.operation);
  if (!content?.schema) return {};
  // What a response says beside the resource went well.
  const nothing = nullsIn(listShapeOf(context.operation)?.item ?? {});
  return { body: completeValue(content.schema, { data: items.map((item) => ({ ...nothing, ...item })) }) };
}

function nullsIn(schema: Schema): Json {
  const members = Object.entries(flatten(schema).properties ?? {});
  return Object.fromEntries(
    members.filter(([, member]) => flatten(member).nullable === true).map(([name]) => [name, null]),
  );
}

function matcherOf(names: unknown, pattern: unknown): (key: string) => boolean {
  if (Array.isArray(names)) return (key) => names.includes(key);
  if (typeof pattern !== "string") return () => false;
  try {
    const whole = new RegExp(`^(?:${pattern})$`);
    return (key) => whole.test(key);
  } catch {
    return () => false;
  }
}

function set(context: FakeContext, subject: Subject, { way, state }: Change): Json {
  const { item } = existing(subject);
  const changed = withValueAt(item, way, state);
  const name = way.at(-1) ?? "";
  // The tasks of a connector are in the state of the connector.
  const all = Object.entries(changed).map(([key, value]) => [
    key,
    Array.isArray(value)
      ? (value as readonly unknown[]).map((one) =>
          isObject(one) && name in one ? { ...one, [name]: state } : one,
        )
      : value,
  ]);
  return saveResource(context, subject, Object.fromEntries(all) as Json);
}

/** What takes a file, such as the resume of an applicant, is no change of a state. */
function isForJson({ operation }: FakeContext): boolean {
  const types = Object.keys(operation.body?.content ?? {});
  return types.length === 0 || types.some(isJson);
}

/** The member of a value, or of an object in it, that can say the state that an action makes. */
function stateIn(schema: Schema, { to, beside }: Transition): Change | undefined {
  const names = Object.keys(flatten(schema).properties ?? {});
  const inner = names.flatMap((name) =>
    Object.keys(flatten(schemaAt(schema, [name])).properties ?? {}).map((one) => [name, one]),
  );
  for (const way of [...names.map((name) => [name]), ...inner]) {
    if (!/(^|_)(state|status|phase)$/.test(way.at(-1) ?? "")) continue;
    const member = flatten(schemaAt(schema, way));
    const values = [...(member.enum ?? []), ...(member["x-extensible-enum"] ?? [])];
    if (typeOf(member) !== "string") continue;
    const named = (name: string): unknown => values.find((one) => String(one).toUpperCase() === name);
    const state = to.map(named).find((one) => one !== undefined);
    if (typeof state === "string" && named(beside) !== undefined) return { way, state };
  }
  return undefined;
}
