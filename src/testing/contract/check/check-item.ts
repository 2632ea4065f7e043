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
  if (asked === undefined || typeof came !== "string" || isSame(came, asked)) return [];
  return [{ kind: "item-mismatch", place: `body.${name}`, pointer: pointerOf(operation), subject: name }];
}

/** Ids may be written in either case, and a service may have names for the thing of the one who asks, or for the newest. */
function isSame(came: string, asked: string): boolean {
  return came.toLowerCase() === asked.toLowerCase() || ALIASES.has(asked);
}

const ALIASES = new Set(["me", "self", "mine", "current", "default", "latest", "-", "~", "@me"]);
