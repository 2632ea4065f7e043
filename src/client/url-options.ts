import { createQuerySerializer, defaultPathSerializer } from "openapi-fetch";
import { serializeQuery } from "../http/serialize-query.js";
import type { Operation } from "../operation.js";
import type { CallInit } from "../pipeline/execute.js";

type SerializeQuery = (query: object) => string;

/** The path that openapi-fetch makes a URL of, and what it writes the parameters with where they are not written as usual. */
export interface UrlOptions {
  readonly path: string;
  readonly querySerializer?: unknown;
  readonly pathSerializer?: unknown;
}

/**
 * The serialisers of a call come before those of its operation.
 *
 * A path may have a query of its own: some documents have both `/entity` and `/entity?type=table`. openapi-fetch would add
 * the call's parameters behind a second `?`, so the path's query is put in front of them instead.
 */
export function urlOptionsOf({ path, styledQuery, styledPath }: Operation, init: CallInit): UrlOptions {
  const {
    querySerializer = styledQuery && ((query: object) => styledQuery.serialize(query, styledQuery.styles)),
    pathSerializer = styledPath &&
      ((url: string, values: object) => styledPath.serialize(url, values, styledPath.styles)),
    params,
  } = init;
  const serializers = {
    ...(querySerializer !== undefined && { querySerializer }),
    ...(pathSerializer !== undefined && { pathSerializer }),
  };
  const [pathname = path, ownQuery] = path.split("?", 2);
  if (ownQuery === undefined || !params?.query) return { path, ...serializers };
  const serialize = toFunction(querySerializer);
  const filledIn = defaultPathSerializer(ownQuery, (params.path ?? {}) as Record<string, never>);
  return {
    path: pathname,
    ...serializers,
    querySerializer: (query: object) => [filledIn, serialize(query)].filter((part) => part !== "").join("&"),
  };
}

function toFunction(serializer: unknown = serializeQuery): SerializeQuery {
  if (typeof serializer === "function") return serializer as SerializeQuery;
  return createQuerySerializer<object>(serializer as object);
}
