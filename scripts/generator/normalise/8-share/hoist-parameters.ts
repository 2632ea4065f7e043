import { freeName, pascalCase } from "../../document/names.js";
import type { Header, OpenApiDocument, Parameter, PathItem, Response } from "../../document/openapi.js";
import { mapValues } from "../../document/records.js";
import { mapOperations } from "../../document/schemas.js";

/**
 * Makes components of the parameters and headers that occur in several places. Each place holds the same object as
 * `components` does, not a reference, so that no later step has to resolve one.
 */
export function hoistParameters(document: OpenApiDocument): OpenApiDocument {
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
  /** The first value that is equal to this one. */
  readonly share: (value: T, name: string) => T;
  /** The values with several uses, by names of their own. */
  readonly shared: () => Readonly<Record<string, T>>;
}

function pool<T>(): Pool<T> {
  const values = new Map<string, { readonly value: T; readonly name: string; uses: number }>();
  return {
    share: (value, name) => {
      const id = `${name} ${JSON.stringify(value)}`;
      const known = values.get(id) ?? { value, name, uses: 0 };
      known.uses++;
      values.set(id, known);
      return known.value;
    },
    shared: () => {
      const shared = new Map<string, T>();
      for (const { value, name, uses } of values.values()) {
        if (uses < 2) continue;
        shared.set(
          freeName([pascalCase(name)], (candidate) => shared.has(candidate)),
          value,
        );
      }
      return Object.fromEntries(shared);
    },
  };
}
