import { wrapTag } from "./comment.js";
import { operationComment, parameterText } from "./describe.js";
import { exampleCall } from "./example-call.js";
import type { DeclaredResponse, Method } from "./methods.js";
import { argumentNames } from "./signature.js";

/** The comment of a method: what it does, its parameters, its result, its errors and an example. */
export function methodComment(method: Method): string {
  return operationComment(method.operation, [
    ...parameterTags(method),
    ...returnTags(method),
    ...method.failures.map(throwsTag),
    `@example\n${exampleCall(method)}`,
    `@see ${method.httpMethod.toUpperCase()} ${method.path}`,
  ]);
}

function parameterTags({ pathParameters, body, query }: Method): readonly string[] {
  const names = argumentNames(pathParameters.map(({ name }) => name));
  const queryNames = query.map(({ name, required }) => `\`${name}\`${required ? " (required)" : ""}`);
  const described: readonly (readonly [string, string])[] = [
    ...pathParameters.map((parameter, index) => [names[index] ?? "", parameterText(parameter)] as const),
    body ? ["body", body.description ?? ""] : ["query", queryNames.join(", ")],
    ["options", "Settings of this call alone."],
  ];
  return described.filter(([, text]) => text !== "").map(([name, text]) => wrapTag(`@param ${name} -`, text));
}

function returnTags({ paging, successes }: Method): readonly string[] {
  if (paging) return ["@returns All items; pages are loaded as they are read, and nothing before."];
  const described = successes.filter(
    ({ content, description }) => Object.keys(content).length > 0 && description !== "",
  );
  return described.map(({ description }) => wrapTag("@returns", description)).slice(0, 1);
}

const ERRORS: Readonly<Record<string, string>> = {
  400: "BadRequestError",
  401: "AuthenticationError",
  402: "QuotaExceededError",
  403: "PermissionDeniedError",
  404: "NotFoundError",
  409: "ConflictError",
  422: "UnprocessableEntityError",
  429: "RateLimitError",
};

function throwsTag({ status, description }: DeclaredResponse): string {
  const error = ERRORS[status] ?? (status.startsWith("5") ? "ServerError" : "ApiError");
  return wrapTag(`@throws {${error}}`, `${status}: ${description}`);
}
