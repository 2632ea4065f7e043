import { exampleValue } from "../../document/example-value.js";
import { flatten, typeOf } from "../../document/flat-schema.js";
import { propertiesOf } from "../../document/properties.js";
import { withoutNext } from "../../end-lists.js";
import { answerPatch } from "../answer-resource.js";
import { parameterOf } from "../../document/path-template.js";
import { successOf } from "../success.js";
import { completeValue, isObject } from "../complete-value.js";
import { targetOf, UNDELETE, type FakeAnswer, type FakeContext, type Target } from "../context.js";
import { notFound } from "../refusal.js";
import { bodyFor } from "../show-resource.js";
import { actionOf, targetOfAction, type Action } from "./action.js";
import { attach } from "./attach.js";
import { alterItems, createBatch } from "./change-items.js";
import { changeState } from "./change-state.js";
import { lookUp } from "./look-up.js";

/** The action of `acls:batch`, `/pets/createWithList` or `things:bulkCreate`. */
const BATCH = /^(batch|bulk|create)/;

/** Does what an action does, as far as its name and the document tell; else it changes nothing. */
export function answerAction(context: FakeContext): FakeAnswer {
  const found = lookUp(context) ?? attach(context) ?? update(context);
  if (found) return found;
  const action = actionOf(context.operation);
  const target = targetOfAction(context, action);
  const done = target && perform(context, action, target);
  return done?.body === undefined ? { ...done, ...responseOf(context, target) } : done;
}

/** Changes a resource, where a `POST` to it shows it and there is no other way to change it. Undefined for another kind of action. */
function update(context: FakeContext): FakeAnswer | undefined {
  const { method, segments } = context.operation;
  const target = parameterOf(segments.at(-1) ?? "") === undefined ? undefined : targetOf(context);
  if (method !== "POST" || !target) return undefined;
  const { item, operations } = target.collection;
  const isChangedOtherwise = (operations.patch ?? operations.put) !== undefined;
  if (!operations.get || isChangedOtherwise || !isObject(context.body.value)) return undefined;
  const { schema = {} } = successOf(context.operation).content ?? {};
  return flatten(schema) === flatten(item) ? answerPatch(context, target) : undefined;
}

function perform(context: FakeContext, action: Action, target: Target): FakeAnswer | undefined {
  const { keyPath } = target.collection;
  if (target.key === undefined && BATCH.test(action.verb)) {
    const created = createBatch(context, target);
    const { schema } = successOf(context.operation).content ?? {};
    if (created && schema && typeOf(flatten(schema)) === "array")
      return { body: completeValue(schema, created) };
  }
  if (target.key === undefined && action.verb === "alter" && keyPath.length > 0) alterItems(context, target);
  if (
    target.key !== undefined &&
    action.verb === UNDELETE &&
    !context.store.undelete(target.path, target.key)
  )
    throw notFound(`A deleted '${target.key}' of /${target.path}`);
  return changeState(context, action, target);
}

/** The resource where the response shows it, else the document's example. */
function responseOf(context: FakeContext, target: Target | undefined): FakeAnswer {
  const { content } = successOf(context.operation);
  if (!content) return {};
  const { schema = {} } = content;
  const { collection, path, key } = target ?? {};
  const entry = key === undefined || path === undefined ? undefined : context.store.get(path, key);
  const known = propertiesOf(collection?.item ?? {});
  const names = Object.keys(propertiesOf(schema));
  const isShown = collection && names.length > 0 && names.every((name) => name in known);
  if (entry && isShown) return { body: bodyFor(context, [{ schema: collection.item, item: entry.item }]) };
  const example = exampleValue(content, "response");
  const sent = context.body.value;
  if (isObject(example) && isObject(sent)) return { body: withoutNext(example) };
  const isArray = Array.isArray(sent) && typeOf(flatten(schema)) === "array";
  return { body: isArray ? completeValue(schema, sent, { add: "all" }) : example };
}
