import type { DocumentOperation } from "../../document/operations.js";
import type { OperationExchange } from "../exchange.js";
import type { Finding } from "../finding.js";
import { pointerOf } from "../pointer.js";
import { declaredFor } from "./declared.js";

/** Holds the status, and what a response says of its operation as a whole, against the document. */
export function checkStatus(exchange: OperationExchange): readonly Finding[] {
  const { operation, status, headers } = exchange;
  const pointer = pointerOf(operation);
  const found = (kind: Finding["kind"]): Finding => ({
    kind,
    place: "",
    pointer: [...pointer, "responses"],
    subject: String(status),
  });
  return [
    ...(status === 401 && isOpen(exchange) ? [{ ...found("credentials-undocumented"), pointer }] : []),
    ...endings(headers)
      .filter(() => !isDeprecated(operation))
      .map((name): Finding => ({
        kind: "deprecation-undocumented",
        place: `header ${name}`,
        pointer,
        subject: name,
      })),
    ...(isUnknownOperation(exchange)
      ? [{ ...found("operation-missing"), pointer }]
      : declaredFor(exchange)
        ? []
        : [found(kindOf(status))]),
  ];
}

/** Whether a status says that there is no such operation. A 404 may be about a parameter, where there is one. */
function isUnknownOperation({ operation: { responses, parameters }, status }: OperationExchange): boolean {
  if (Object.hasOwn(responses, String(status))) return false;
  const hasParameter = parameters.some(({ in: place, required }) => place === "path" || required === true);
  return status === 405 || status === 501 || (status === 404 && !hasParameter);
}

/** Whether an operation needs no credentials: an empty alternative says so, too. */
function isOpen({ operation: { security } }: OperationExchange): boolean {
  return security.length === 0 || security.some((alternative) => alternative.length === 0);
}

function kindOf(status: number): Finding["kind"] {
  if (status < 300) return "success-undocumented";
  return status < 400 ? "redirect-undocumented" : "failure-undocumented";
}

function isDeprecated({ document, path, method }: DocumentOperation): boolean {
  const item = document.content.paths?.[path] as
    Readonly<Record<string, { readonly deprecated?: boolean }>> | undefined;
  return item?.[method.toLowerCase()]?.deprecated === true;
}

/** RFC 9745 and RFC 8594. */
function endings(headers: Headers): readonly string[] {
  return ["Deprecation", "Sunset"].filter((name) => headers.has(name));
}
