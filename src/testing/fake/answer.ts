import { answerCreate, answerDeleteMany, answerList, answerReplaceMany } from "./answer-collection.js";
import { answerAction } from "./actions/answer-action.js";
import { answerDelete, answerGet, answerPatch, answerPut } from "./answer-resource.js";
import { checkParents, rolesIn, targetOf, type FakeAnswer, type FakeContext } from "./context.js";
import { isDryRun } from "./dry-run.js";

/**
 * Does what an operation does, with what the fake holds.
 *
 * @throws {Refusal} when something is not there, is there already, or cannot be changed
 */
export function answer(context: FakeContext): FakeAnswer {
  checkParents(context);
  if (!isDryRun(context)) return perform(context);
  const { body, file } = context.store.attempt(() => perform(context), { isDry: true });
  return { body, ...(file && { file }), isDryRun: true };
}

function perform(context: FakeContext): FakeAnswer {
  const role = rolesIn(context).roleOf(context.operation);
  const target = targetOf(context);
  switch (role) {
    case "get":
      return answerGet(context, target);
    case "patch":
      return answerPatch(context, target);
    case "put":
      return answerPut(context, target);
    case "delete":
      return answerDelete(context, target);
    case "action":
      return answerAction(context);
  }
  if (!target) return answerAction(context);
  switch (role) {
    case "list":
      return answerList(context, target);
    case "create":
      return answerCreate(context, target);
    case "replace-many":
      return answerReplaceMany(context, target);
    case "delete-many":
      return answerDeleteMany(context, target);
  }
}
