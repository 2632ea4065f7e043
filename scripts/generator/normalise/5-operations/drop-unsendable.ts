import type { Report } from "../../document/fix.js";
import type { HttpMethod, Parameter, RequestBody } from "../../document/openapi.js";
import type { Pointer } from "../../document/pointer.js";
import { omit } from "../../document/records.js";
import { mapOperations } from "../../document/schemas.js";
import type { DocumentStage } from "../stage.js";

/** Leaves out of requests what OpenAPI or `fetch` does not send, and reports it, and cookies. */
export const dropUnsendable: DocumentStage = (document, { report }) => ({
  ...document,
  paths: mapOperations(document.paths, (operation, pointer) => {
    const { parameters = [], requestBody, ...others } = operation;
    const [, , method] = pointer;
    if (method === "trace") report(pointer, "cannot be called: `fetch` sends no TRACE request");
    const kept = parameters.filter((parameter, index) =>
      isSent(parameter, [...pointer, "parameters", String(index)], report),
    );
    const body = requestBody && sentBody(requestBody, method, [...pointer, "requestBody"], report);
    return { ...others, parameters: kept, ...(body && { requestBody: body }) };
  }),
});

/** Header parameters of these names are ignored (OpenAPI 3.1.1, section 4.8.12.2.1). */
const OWN_HEADERS: Readonly<Record<string, string>> = {
  accept: "what the operation returns decides it",
  "content-type": "the body decides it",
  authorization: "the client's `auth` decides it",
};

function isSent({ name, in: place }: Parameter, pointer: Pointer, report: Report): boolean {
  const about = `the ${place} parameter \`${name}\``;
  if (place === "cookie") {
    report(
      pointer,
      `${about} is not sent: set \`Cookie\` in the headers of a call, where the platform lets you`,
    );
  }
  if (place !== "header") return true;
  const reason = OWN_HEADERS[name.toLowerCase()];
  if (reason !== undefined) report(pointer, `${about} is left out: ${reason}`);
  return reason === undefined;
}

function sentBody(
  body: RequestBody,
  method: HttpMethod,
  pointer: Pointer,
  report: Report,
): RequestBody | undefined {
  if (method === "get" || method === "head") {
    report(pointer, `the body is left out: \`fetch\` sends none with ${method.toUpperCase()}`);
    return undefined;
  }
  if (Object.keys(body.content).length > 0) return body;
  report(pointer, "the body has no media type, and is taken for one of any type");
  return { ...omit(body, "content"), content: { "*/*": {} } };
}
