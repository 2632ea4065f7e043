import { freeName, pascalCase, verbOf } from "../document/names.js";
import type { HttpMethod, Schema } from "../document/openapi.js";
import { componentName } from "../document/references.js";

/** A request body that is a schema of its own, made of one that is also read. */
export interface Body {
  readonly name: string;
  readonly base: string;
  /** Required here, beside what the base requires. */
  readonly required: readonly string[];
}

/** The one component that a body's schema is, or only adds a `required` to. */
export function baseOf(schema: Schema): string | undefined {
  if (schema.$ref !== undefined) return componentName(schema.$ref);
  const [part, ...more] = schema.allOf ?? [];
  const addsNothing = !schema.properties && !schema.oneOf && !schema.anyOf && more.length === 0;
  return part?.$ref !== undefined && addsNothing ? componentName(part.$ref) : undefined;
}

const SUFFIXES: Partial<Record<HttpMethod, string>> = { post: "Create", put: "Update", patch: "Update" };

/**
 * The body of an operation: one that was there before, if it is the same, else a new one among `bodies`. A POST creates,
 * PUT and PATCH update; where that name is taken, the operation's verb takes its place.
 */
export function bodyFor(
  { base, required }: Omit<Body, "name">,
  operation: { readonly method: HttpMethod; readonly operationId: string },
  bodies: Body[],
  isTaken: (name: string) => boolean,
): Body {
  const usual = base + (SUFFIXES[operation.method] ?? "Input");
  const byVerb = base + pascalCase(verbOf(operation.operationId));
  const same = bodies.find(
    (body) =>
      body.base === base && [usual, byVerb].includes(body.name) && body.required.join() === required.join(),
  );
  if (same) return same;
  const name = freeName(
    [usual, byVerb],
    (candidate) => isTaken(candidate) || bodies.some((body) => body.name === candidate),
  );
  const body = { name, base, required };
  bodies.push(body);
  return body;
}
