import type { OperationExchange } from "../exchange.js";
import { jsonOf } from "../json-body.js";
import type { Finding } from "../finding.js";
import { pointerOf } from "../pointer.js";
import { isObject } from "./spot.js";

/** Whether the resource that was asked for by its id is the one that came. */
export function checkItem(exchange: OperationExchange): readonly Finding[] {
  const { operation, parameters, status } = exchange;
  const [name] = /(?<=^\{)[^{}]+(?=\}$)/.exec(operation.segments.at(-1) ?? "") ?? [];
  const body = jsonOf(exchange);
  if (operation.method !== "GET" || status !== 200 || name === undefined || !isObject(body)) return [];
  const asked = parameters[name];
  const came = body[name];
  if (asked === undefined || typeof came !== "string" || came === asked) return [];
  return [{ kind: "item-mismatch", place: `body.${name}`, pointer: pointerOf(operation), subject: name }];
}
