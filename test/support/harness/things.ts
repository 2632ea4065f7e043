import { buildClient } from "../../../src/client/build-client.js";
import type { FetchClient } from "../../../src/client/request-builder.js";
import {
  bearerToken,
  type CallOptions,
  type ClientOptions,
  type Paginated,
  type RateLimit,
} from "../../../src/index.js";
import { impatientClock } from "../clock.js";
import { operations } from "./operations.js";

export interface Thing {
  readonly id: string;
}

type OnOne<T> = (id: string, query?: object, options?: CallOptions) => Promise<T>;
type Send<T> = (id: string, body: unknown, options?: CallOptions) => Promise<T>;

/** The client of the small API, as a generated interface would describe it. */
export interface Things extends FetchClient {
  readonly things: {
    readonly list: (query?: object, options?: CallOptions) => Paginated<Thing>;
    readonly get: OnOne<Thing>;
    readonly check: OnOne<undefined>;
    readonly delete: OnOne<undefined>;
    readonly replace: Send<Thing>;
    readonly change: Send<Thing>;
    readonly create: (body: unknown, options?: CallOptions) => Promise<Thing>;
  };
  readonly paginate: (path: string, init?: object) => Paginated<Thing>;
  readonly rateLimit: RateLimit | undefined;
}

export const METHODS = ["GET", "HEAD", "PUT", "DELETE", "POST", "PATCH"] as const;
export type Method = (typeof METHODS)[number];

/** One call of the operation that has the method. */
export function callOf({ things }: Things, method: Method, options?: CallOptions): Promise<unknown> {
  switch (method) {
    case "GET":
      return things.get("thing-1", {}, options);
    case "HEAD":
      return things.check("thing-1", {}, options);
    case "PUT":
      return things.replace("thing-1", { name: "one" }, options);
    case "DELETE":
      return things.delete("thing-1", {}, options);
    case "POST":
      return things.create({ name: "one" }, options);
    case "PATCH":
      return things.change("thing-1", { name: "one" }, options);
  }
}

/** A client of the small API that does not wait. */
export function thingsAt(baseUrl: string, options: ClientOptions = {}): Things {
  const settings = { auth: bearerToken("token"), baseUrl, ...options };
  return buildClient(settings, operations, impatientClock) as Things;
}
