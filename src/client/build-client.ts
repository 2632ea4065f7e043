import type { OperationTree } from "../operation.js";
import type { Auth } from "../auth/auth.js";
import type { ClientOptions, ResourceClientOptions } from "./client-options.js";
import { createCore, type Core } from "./core.js";
import { directRequester } from "../pipeline/direct-requester.js";
import type { Execute } from "../pipeline/execute.js";
import { logEvents } from "../events/log-events.js";
import { createPathClient } from "./path-client.js";
import { createResources } from "./resources.js";
import type { Clock } from "../time/clock.js";

/** Puts a client of resources and paths together; what it is to its users, `client.ts` says. */
export function buildClient(
  options: ClientOptions & { auth: Auth },
  operations: OperationTree,
  clock: Clock,
): object {
  const { logger, logLevel } = options;
  const core = createCore(options, clock, logger && logEvents(logger, logLevel));
  const paths = createPathClient(core, operations);
  const direct = directExchange(core);
  // Resources need nothing of openapi-fetch but its middlewares; to do without costs less.
  const exchange: Execute = (operation, init, reading) =>
    (paths.hadMiddlewares() ? paths.exchange : direct)(operation, init, reading);
  return withState({ ...createResources(exchange, operations), ...paths.methods }, core);
}

/** A client of resources alone. */
export function buildResources(
  options: ResourceClientOptions,
  operations: OperationTree,
  clock: Clock,
): object {
  const core = createCore(options, clock);
  return withState(createResources(directExchange(core), operations), core);
}

function directExchange({ createExecute, baseUrl, headers }: Core): Execute {
  return createExecute(directRequester(baseUrl, headers));
}

function withState(client: object, { rateLimit }: Core): object {
  return Object.defineProperty(client, "rateLimit", { get: rateLimit, enumerable: true });
}
