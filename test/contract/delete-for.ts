import { documentOf, type DocumentedOperation } from "./document.js";
import { operationsOf } from "../../src/testing/document/operations.js";
import type { FakeConfluent } from "../../src/testing/index.js";

/** Deletes in a fake what a call is to undelete, if it is there. */
export async function deleteFor(
  fake: FakeConfluent,
  operation: DocumentedOperation,
  request: Request,
): Promise<void> {
  const { segments } = operation;
  if (segments.at(-1) !== "undelete") return;
  const path = segments.slice(0, -1).join("/");
  const remove = operationsOf(documentOf(operation)).find(
    (one) => one.method === "DELETE" && one.segments.join("/") === path,
  );
  if (!remove) throw new Error(`${operation.operationId}: nothing deletes /${path}`);
  const url = new URL(request.url);
  url.pathname = url.pathname.replace(/\/undelete$/, "");
  url.search = "";
  // Those of the call may be wrong on purpose.
  const headers = { authorization: `Basic ${btoa("key:secret")}` };
  await fake.fetch(url, { method: "DELETE", headers });
}
