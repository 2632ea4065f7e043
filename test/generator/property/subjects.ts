import { parse } from "yaml";
import { schemaReference } from "../../../scripts/generator/document/references.js";
import type { Root, Subject } from "./check-types.js";
import { createDocument } from "./documents.js";
import type { SchemaDocument, Subschema } from "./json.js";
import { createRandom } from "./random.js";

/** A random document, with each of its components as the body of a request and of a response. */
export function randomSubject(seed: number): Subject {
  const document = createDocument(createRandom(seed));
  const roots = Object.keys(document.components.schemas).flatMap((name, index): readonly Root[] => {
    const schema = { $ref: schemaReference(name) };
    const [resource, path] = [`Resources["case"]["v1"]["r${index}"]`, `paths["/case/v1/r${index}"]`];
    const content = `["content"]["application/json"]`;
    return [
      {
        schema,
        direction: "response",
        types: [`Awaited<ReturnType<${resource}["get"]>>`, `${path}["get"]["responses"][200]${content}`],
      },
      {
        schema,
        direction: "request",
        types: [`Parameters<${resource}["create"]>[0]`, `${path}["post"]["requestBody"]${content}`],
      },
    ];
  });
  return { name: `seed-${seed}.json`, text: JSON.stringify(document), document, roots };
}

/** A document of a file, with each JSON body that an operation takes or returns, where it is described in place. */
export function documentSubject(name: string, text: string): Subject {
  const document = parse(text) as SchemaDocument & { readonly paths: Readonly<Record<string, Item>> };
  const roots = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method): readonly Root[] => {
      const { requestBody, responses = {} } = item[method] ?? {};
      const operation = `paths[${JSON.stringify(path)}]["${method}"]`;
      const sent = requestBody?.content?.[JSON_TYPE]?.schema;
      const content = `["content"]["${JSON_TYPE}"]`;
      const returned = Object.entries(responses).flatMap(([status, response]): readonly Root[] => {
        const schema = response.content?.[JSON_TYPE]?.schema;
        const key = /^\d+$/.test(status) ? status : JSON.stringify(status);
        return schema === undefined
          ? []
          : [{ schema, direction: "response", types: [`${operation}["responses"][${key}]${content}`] }];
      });
      const type = `NonNullable<${operation}["requestBody"]>${content}`;
      return [
        ...(sent === undefined
          ? []
          : [{ schema: sent, direction: "request" as const, types: [type] as const }]),
        ...returned,
      ];
    }),
  );
  return {
    name,
    text,
    document: { openapi: document.openapi, components: { schemas: document.components.schemas } },
    roots,
  };
}

const METHODS = ["get", "put", "post", "patch", "delete"] as const;
const JSON_TYPE = "application/json";

interface Body {
  readonly content?: Readonly<Record<string, { readonly schema?: Subschema }>>;
}

type Item = Partial<
  Record<
    (typeof METHODS)[number],
    { readonly requestBody?: Body; readonly responses?: Readonly<Record<string, Body>> }
  >
>;
