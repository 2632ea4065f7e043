import type { OperationExchange } from "../exchange.js";
import type { Finding } from "../finding.js";
import { checkPage } from "../pages/check-page.js";
import { pageOf } from "../pages/page.js";
import { checkBody } from "./check-body.js";
import { readContent } from "./check-content.js";
import { checkHeaders } from "./check-headers.js";
import { checkItem } from "./check-item.js";
import { checkStatus } from "./check-status.js";
import { declaredFor } from "./declared.js";

/** Holds a response against all that its document says of it. */
export function checkExchange(exchange: OperationExchange): readonly Finding[] {
  const declared = declaredFor(exchange);
  const page = pageOf(exchange);
  const ofAddress = [...checkStatus(exchange), ...checkItem(exchange), ...(page ? checkPage(page) : [])];
  if (!declared) return ofAddress;
  const { findings, json } = readContent(exchange, declared);
  const { document } = exchange.operation;
  const { mediaType = "", schema } = json?.declared ?? {};
  const way = [...declared.pointer, "content", mediaType, "schema"];
  return [
    ...ofAddress,
    ...checkHeaders(exchange, declared),
    ...findings,
    ...(json && schema
      ? checkBody(document, schema, way, { value: json.value, isFailure: exchange.status >= 400 })
      : []),
  ];
}
