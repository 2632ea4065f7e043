import {
  hiddenNames,
  reachableIn,
  requiring,
  schemasThatDiffer,
  visibleIn,
  type Direction,
} from "../../document/directions.js";
import { propertyOf, requiredOf } from "../../document/inherited.js";
import { freeName } from "../../document/names.js";
import type { HttpMethod, OpenApiDocument, Schema } from "../../document/openapi.js";
import type { Pointer } from "../../document/pointer.js";
import { componentName, schemaReference } from "../../document/references.js";
import { mapChildren, mapRootSchemas } from "../../document/schemas.js";
import { baseOf, bodyFor, addedProperties, type Body } from "./bodies.js";
import { directionOf, rootsOf } from "./roots.js";

/**
 * Makes two schemas of each one that differs between requests and responses, so that its types need no marks for either
 * direction. The schema of responses keeps the name. A body that creates an `Integration` is an `IntegrationCreate`, and
 * other schemas of requests end in `Input`. A schema that occurs in one direction only stays one.
 */
export function splitDirections(document: OpenApiDocument): OpenApiDocument {
  const { schemas } = document.components;
  const differing = schemasThatDiffer(schemas);
  const inResponses = reachableIn("response", rootsOf(document, "response"), schemas);
  const inputs = nameInputs(Object.keys(schemas), (name) => differing.has(name) && inResponses.has(name));
  const bodies: Body[] = [];

  const project = (direction: Direction, schema: Schema): Schema => {
    const projected = mapChildren(visibleIn(direction, schema, schemas), (child) =>
      project(direction, child),
    );
    const input =
      direction === "request" && schema.$ref !== undefined && inputs.get(componentName(schema.$ref));
    return input ? { ...projected, $ref: schemaReference(input) } : projected;
  };

  const projectBody = (schema: Schema, [, path = "", method = ""]: Pointer): Schema => {
    const base = baseOf(schema);
    const target = base === undefined ? undefined : schemas[base];
    if (base === undefined || !target || !inResponses.has(base)) return project("request", schema);
    const hidden = hiddenNames("request", schema, schemas);
    const ofTarget = hiddenNames("request", target, schemas);
    // What the body says is read-only may be one of its base's own properties, which a base that stands alone keeps.
    const isOverriding = [...hidden].some(
      (name) => !ofTarget.has(name) && isMentioned(name, target, schemas),
    );
    if (isOverriding) return project("request", schema);
    const known = new Set([...(target.required ?? []), ...hidden]);
    const required = (schema.required ?? []).filter((name) => !known.has(name));
    const properties = Object.fromEntries(
      Object.entries(addedProperties(schema))
        .filter(([name]) => !hidden.has(name))
        .map(([name, property]) => [name, project("request", property)]),
    );
    const isSame = required.length === 0 && Object.keys(properties).length === 0;
    if (!differing.has(base) && isSame) return schema;
    const operationId = document.paths[path]?.[method as HttpMethod]?.operationId ?? "";
    const isTaken = (name: string): boolean => name in schemas || [...inputs.values()].includes(name);
    const body = bodyFor(
      { base, required, properties },
      { method: method as HttpMethod, operationId },
      bodies,
      isTaken,
    );
    return { $ref: schemaReference(body.name) };
  };

  const split = mapRootSchemas(document, (schema, pointer) => {
    if (isBody(pointer)) return projectBody(schema, pointer);
    return project(directionOf(pointer), schema);
  });

  const forms = Object.entries(schemas).flatMap(([name, schema]): [string, Schema][] => {
    const input = inputs.get(name);
    const own = project(inResponses.has(name) ? "response" : "request", schema);
    const ofRequests = project("request", schema);
    const derived = bodies
      .filter(({ base }) => base === name)
      .map((body): [string, Schema] => [
        body.name,
        requiring({ ...ofRequests, ...withAdded(ofRequests, body) }, [
          ...(ofRequests.required ?? []),
          ...body.required,
        ]),
      ]);
    return [
      [name, own],
      ...(input === undefined ? [] : [[input, ofRequests] as [string, Schema]]),
      ...derived,
    ];
  });
  return { ...split, components: { ...split.components, schemas: Object.fromEntries(forms) } };
}

function isMentioned(name: string, schema: Schema, schemas: Readonly<Record<string, Schema>>): boolean {
  const document = { components: { schemas } };
  return propertyOf(schema, name, document) !== undefined || requiredOf(schema, document).has(name);
}

/** The properties of a schema with those that a body adds, or replaces by what it says about them. */
function withAdded({ properties, allOf }: Schema, body: Body): Schema {
  if (Object.keys(body.properties).length === 0) return {};
  if (properties) return { properties: { ...properties, ...body.properties } };
  return { allOf: [...(allOf ?? []), { type: "object", properties: body.properties }] };
}

function nameInputs(
  names: readonly string[],
  needsOne: (name: string) => boolean,
): ReadonlyMap<string, string> {
  const inputs = new Map<string, string>();
  const taken = new Set(names);
  for (const name of names.filter(needsOne)) {
    const input = freeName([`${name}Input`], (candidate) => taken.has(candidate));
    taken.add(input);
    inputs.set(name, input);
  }
  return inputs;
}

function isBody(pointer: Pointer): boolean {
  return pointer[0] === "paths" && pointer[3] === "requestBody";
}
