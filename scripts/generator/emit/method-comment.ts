import type { Parameter } from "../document/openapi.js";
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
    ...throwsTags(method),
    `@example\n${exampleCall(method)}`,
    `@see ${method.httpMethod.toUpperCase()} ${method.path}`,
  ]);
}

function parameterTags({ pathParameters, bodies: [body], query, headers }: Method): readonly string[] {
  const names = argumentNames(pathParameters.map(({ name }) => name));
  const queryNames = query.map(({ name, required }) => `\`${name}\`${required ? " (required)" : ""}`);
  const described: readonly (readonly [string, string])[] = [
    ...pathParameters.map((parameter, index) => [names[index] ?? "", parameterText(parameter)] as const),
    body ? ["body", body.description ?? ""] : ["query", queryNames.join(", ")],
    ["options", `Settings of this call alone.${headersText(headers)}`],
  ];
  return described.filter(([, text]) => text !== "").map(([name, text]) => wrapTag(`@param ${name} -`, text));
}

function headersText(headers: readonly Parameter[]): string {
  const names = headers.map(({ name, required }) => `\`${name}\`${required ? " (required)" : ""}`);
  return names.length === 0 ? "" : ` In \`headers\`: ${names.join(", ")}.`;
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

/** What is the same for most operations is on one line; what is said of this one follows. */
function throwsTags({ failures }: Method): readonly string[] {
  const shared = failures.filter(({ isShared }) => isShared);
  const own = failures.filter(({ isShared }) => !isShared);
  const errors = [...new Set(shared.map(errorOf))].join(" | ");
  const statuses = shared.map(({ status }) => status).join(", ");
  return [
    ...(shared.length > 0 ? [`@throws {${errors}} ${statuses}`] : []),
    ...own.map((failure) =>
      wrapTag(`@throws {${errorOf(failure)}}`, `${failure.status}: ${failure.description}`),
    ),
  ];
}

function errorOf({ status }: DeclaredResponse): string {
  return ERRORS[status] ?? (status.startsWith("5") ? "ServerError" : "ApiError");
}
