import type { Node } from "../../generator/document/nodes.js";
import { freeName, pascalCase } from "../../generator/document/names.js";
import { isRecord, mapValues, omit } from "../../generator/document/records.js";
import { componentName, schemaReference } from "../../generator/document/references.js";
import { LISTED_SCHEMAS } from "../facts.js";
import { canonicalFacts, nodesAt, pick, textAt } from "../node.js";
import type { Service } from "../published/services.js";
import { singular } from "./names.js";
import { renameFlattened } from "./rename-flattened.js";

/** Marks of one use of a schema, which stay where it is used. */
const MARKS = [
  "nullable",
  "readOnly",
  "writeOnly",
  "deprecated",
  "default",
  "x-lifecycle-stage",
  "x-immutable",
  "x-redact",
  "example",
] as const;

const SELF_EXPLANATORY: ReadonlySet<string> = new Set(["ListMeta", "ObjectMeta"]);

/** Gives every object a name that is described within another schema, a request or a response. */
export function nameSchemas(original: Service): Service {
  const service = renameFlattened(original);
  const schemas: Record<string, Node> = {};
  const known = service.schemas;
  const isTaken = (name: string): boolean => name in schemas || name in known;

  /** The schema as it is used: a reference, if it is an object without a name. */
  const use = (schema: Node, name: string): Node => {
    const visited = unwrapReference(visit(schema, name));
    if (!isRecord(visited["properties"])) return visited;
    const marks = pick(visited, MARKS);
    const target = omit(visited, ...MARKS);
    const same = Object.keys(schemas).find(
      (key) => key.startsWith(name) && canonicalFacts(schemas[key]) === canonicalFacts(target),
    );
    const key = same ?? freeName([name], isTaken);
    schemas[key] ??= target;
    const reference = { $ref: schemaReference(key) };
    return Object.keys(marks).length === 0 ? reference : { allOf: [reference], ...marks };
  };

  /** A property may say what it is itself, beside what its schema says; of these schemas, nothing is left to say. */
  const useAsProperty = (schema: Node, name: string): Node => {
    const used = use(schema, name);
    const isWrapped = used["$ref"] !== undefined && schema["allOf"] !== undefined;
    return isWrapped && !SELF_EXPLANATORY.has(componentName(textAt(used, "$ref") ?? ""))
      ? { allOf: [used] }
      : used;
  };

  /** The schema with those within it used by name; members of `allOf` say what they say of the schema they are in. */
  const visit = (schema: Node, name: string): Node => ({
    ...schema,
    ...(isRecord(schema["properties"]) && {
      properties: mapValues(schema["properties"], (part, key) =>
        useAsProperty(part as Node, name + pascalCase(key)),
      ),
    }),
    ...(isRecord(schema["items"]) && { items: use(schema["items"], itemName(name)) }),
    ...(isRecord(schema["additionalProperties"]) && {
      additionalProperties: use(schema["additionalProperties"], `${name}Value`),
    }),
    ...Object.fromEntries(
      LISTED_SCHEMAS.filter((key) => key in schema).map((key) => [
        key,
        nodesAt(schema, key).map((part, index) => use(part, `${name}Variant${index + 1}`)),
      ]),
    ),
    ...("allOf" in schema && {
      allOf: nodesAt(schema, "allOf").map((part) => (isOverlay(part) ? part : visit(part, name))),
    }),
  });

  for (const [name, schema] of Object.entries(known)) {
    // Its place comes before those of the schemas within it.
    schemas[name] = {};
    schemas[name] = visit(schema, name);
  }
  const paths = mapValues(service.paths, (item) =>
    mapValues(item, (operation) => inlineFilters(useInOperation(operation as Node, use), known)),
  );
  return { ...service, paths, schemas };
}

/** An overlay's properties add to those of the same name, so that they can have no name of their own. */
function isOverlay(schema: Node): boolean {
  return ["$ref", "allOf", "oneOf", "anyOf"].every((key) => !(key in schema));
}

/** An `allOf` of one reference that says nothing else is as good as the reference. */
function unwrapReference(schema: Node): Node {
  const [member, ...others] = nodesAt(schema, "allOf");
  return member?.["$ref"] !== undefined && others.length === 0 && Object.keys(schema).length === 1
    ? member
    : schema;
}

/** A parameter's schema that is no more than a type stands with it. */
function inlineFilters(operation: Node, schemas: Readonly<Record<string, Node>>): Node {
  if (!Array.isArray(operation["parameters"])) return operation;
  const parameters = nodesAt(operation, "parameters").map((parameter) => {
    const { schema } = parameter;
    const target =
      isRecord(schema) && typeof schema["$ref"] === "string"
        ? schemas[componentName(schema["$ref"])]
        : undefined;
    const isPlain =
      target && ["$ref", "properties", "allOf", "oneOf", "anyOf"].every((key) => !(key in target));
    return isPlain ? { ...parameter, schema: omit(target, "example") } : parameter;
  });
  return { ...operation, parameters };
}

function itemName(name: string): string {
  const one = singular(name);
  return one === name ? `${name}Item` : one;
}

function useInOperation(operation: Node, use: (schema: Node, name: string) => Node): Node {
  const id = pascalCase(textAt(operation, "operationId") ?? "");
  const content = (holder: unknown, name: string): Node => {
    if (!isRecord(holder) || !isRecord(holder["content"])) return holder as Node;
    return {
      ...holder,
      content: mapValues(holder["content"], (media) =>
        isRecord(media) && isRecord(media["schema"])
          ? { ...media, schema: use(media["schema"], name) }
          : media,
      ),
    };
  };
  const { requestBody, responses } = operation;
  return {
    ...operation,
    ...(requestBody !== undefined && { requestBody: content(requestBody, `${id}Request`) }),
    ...(isRecord(responses) && {
      responses: mapValues(responses, (response, status) =>
        content(response, status.startsWith("2") ? `${id}Response` : `${id}Error`),
      ),
    }),
  };
}
