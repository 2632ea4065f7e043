import { freeName, pascalCase, verbOf } from "../../document/names.js";
import type { HttpMethod, Schema } from "../../document/openapi.js";
import { componentName } from "../../document/references.js";
import { stableJson } from "../../document/stable-json.js";

/** A request body with a schema of its own, derived from a schema that responses have too. */
export interface Body {
  readonly name: string;
  readonly base: string;
  /** Required in this body, in addition to what the base requires. */
  readonly required: readonly string[];
  /** Properties that this body says more about than the base does. */
  readonly properties: Readonly<Record<string, Schema>>;
}

/** The component that a body's schema is, or that it only adds required names or properties to. */
export function baseOf(schema: Schema): string | undefined {
  if (schema.$ref !== undefined) return componentName(schema.$ref);
  const [member, ...more] = schema.allOf ?? [];
  const isObject = ({ type, properties, ...others }: Schema): boolean =>
    type === "object" && properties !== undefined && Object.keys(others).length === 0;
  const addsTooMuch =
    schema.properties ?? schema.oneOf ?? schema.anyOf ?? more.find((other) => !isObject(other));
  return member?.$ref !== undefined && !addsTooMuch ? componentName(member.$ref) : undefined;
}

/** The properties that the other members of a body's `allOf` declare. */
export function addedProperties(schema: Schema): Body["properties"] {
  return Object.assign({}, ...(schema.allOf ?? []).map(({ properties }) => properties)) as Body["properties"];
}

const SUFFIXES: Partial<Record<HttpMethod, string>> = { post: "Create", put: "Update", patch: "Update" };

/**
 * The body of an operation: an equal one among `bodies`, else a new one, which is added to them. The name of a POST's body
 * ends in `Create`, that of a PUT or PATCH in `Update`, and in the operation's verb where that name is taken.
 */
export function bodyFor(
  { base, required, properties }: Omit<Body, "name">,
  operation: { readonly method: HttpMethod; readonly operationId: string },
  bodies: Body[],
  isTaken: (name: string) => boolean,
): Body {
  const usual = base + (SUFFIXES[operation.method] ?? "Input");
  const byVerb = base + pascalCase(verbOf(operation.operationId));
  const same = bodies.find(
    (body) =>
      body.base === base &&
      [usual, byVerb].includes(body.name) &&
      stableJson([body.required, body.properties]) === stableJson([required, properties]),
  );
  if (same) return same;
  const name = freeName(
    [usual, byVerb],
    (candidate) => isTaken(candidate) || bodies.some((body) => body.name === candidate),
  );
  const body = { name, base, required, properties };
  bodies.push(body);
  return body;
}
