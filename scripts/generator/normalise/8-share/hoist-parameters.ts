import { freeName, pascalCase } from "../../document/names.js";
import type { Header, OpenApiDocument, Parameter, PathItem, Response } from "../../document/openapi.js";
import { mapValues } from "../../document/records.js";
import { mapOperations } from "../../document/schemas.js";

/**
 * Makes equal parameters one parameter, and equal headers one header; those that are in several places become components.
 * They also stand where they are used, as the very same objects, so that nobody has to look them up.
 */
export function dedupeComponents(document: OpenApiDocument): OpenApiDocument {
  const parameters = pool<Parameter>();
  const headers = pool<Header>();
  const shareHeaders = (response: Response): Response => ({
    ...response,
    ...(response.headers && { headers: mapValues(response.headers, headers.share) }),
  });
  const paths: Readonly<Record<string, PathItem>> = mapOperations(document.paths, (operation) => ({
    ...operation,
    ...(operation.parameters && {
      parameters: operation.parameters.map((parameter) => parameters.share(parameter, parameter.name)),
    }),
    responses: mapValues(operation.responses, shareHeaders),
  }));
  const responses = mapValues(document.components.responses, shareHeaders);
  const components = {
    ...document.components,
    responses,
    parameters: parameters.shared(),
    headers: headers.shared(),
  };
  return { ...document, paths, components };
}

interface Pool<T> {
  /** The first of all that are equal to this. */
  readonly share: (part: T, name: string) => T;
  /** What has been shared more than once, by names of their own. */
  readonly shared: () => Readonly<Record<string, T>>;
}

function pool<T>(): Pool<T> {
  const parts = new Map<string, { readonly part: T; readonly name: string; uses: number }>();
  return {
    share: (part, name) => {
      const id = `${name} ${JSON.stringify(part)}`;
      const known = parts.get(id) ?? { part, name, uses: 0 };
      known.uses++;
      parts.set(id, known);
      return known.part;
    },
    shared: () => {
      const shared = new Map<string, T>();
      for (const { part, name, uses } of parts.values()) {
        if (uses < 2) continue;
        shared.set(
          freeName([pascalCase(name)], (candidate) => shared.has(candidate)),
          part,
        );
      }
      return Object.fromEntries(shared);
    },
  };
}
