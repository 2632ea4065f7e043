import { freeName, pascalCase, verbOf } from "../../document/names.js";
import type { HttpMethod, Schema } from "../../document/openapi.js";
import { stableJson } from "../6-merge/components.js";
import { componentName } from "../../document/references.js";

/** A request body that is a schema of its own, made of one that is also read. */
export interface Body {
  readonly name: string;
  readonly base: string;
  /** Required here, beside what the base requires. */
  readonly required: readonly string[];
  /** Properties of which more is said here than the base says. */
  readonly properties: Readonly<Record<string, Schema>>;
}

/** The one component that a body's schema is, or only adds to: what it requires, or more on properties. */
export function baseOf(schema: Schema): string | undefined {
  if (schema.$ref !== undefined) return componentName(schema.$ref);
  const [part, ...more] = schema.allOf ?? [];
  const isObject = ({ type, properties, ...others }: Schema): boolean =>
    type === "object" && properties !== undefined && Object.keys(others).length === 0;
  const addsTooMuch =
    schema.properties ?? schema.oneOf ?? schema.anyOf ?? more.find((other) => !isObject(other));
  return part?.$ref !== undefined && !addsTooMuch ? componentName(part.$ref) : undefined;
}

/** What the other members of a body's `allOf` say of properties. */
export function furtherProperties(schema: Schema): Body["properties"] {
  return Object.assign({}, ...(schema.allOf ?? []).map(({ properties }) => properties)) as Body["properties"];
}

const SUFFIXES: Partial<Record<HttpMethod, string>> = { post: "Create", put: "Update", patch: "Update" };

/**
 * The body of an operation: one that was there before, if it is the same, else a new one among `bodies`. A POST creates,
 * PUT and PATCH update; where that name is taken, the operation's verb takes its place.
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
