import { CommandError } from "../../shared/command-error.js";
import type { Node } from "../../generator/document/nodes.js";
import { HTTP_METHODS } from "../../generator/document/openapi.js";
import { formatPointer } from "../../generator/document/pointer.js";
import { isRecord, mapValues } from "../../generator/document/records.js";
import { HEADER_FACTS, OPERATION_FACTS, PARAMETER_FACTS, SECURITY_SCHEME_FACTS } from "../facts.js";
import { childrenAt, defined, listAt, nodeAt, nodesAt, pick, targetOf, textAt, valueAt } from "../node.js";
import { isWordless } from "./example-values.js";
import { lifecycleStage } from "./lifecycle.js";
import { schemaFacts, wordsOf } from "./schema-facts.js";

/** What a published document says beside its sentences. Only schemas and security schemes are still referred to. */
export interface DocumentFacts {
  readonly name: string;
  readonly servers: readonly Node[];
  readonly tags: readonly string[];
  /** The published words of tags, where words are kept. */
  readonly tagWords: Readonly<Record<string, Node>>;
  /** Operations by path and method. */
  readonly paths: Readonly<Record<string, Node>>;
  readonly schemas: Readonly<Record<string, Node>>;
  readonly securitySchemes: Readonly<Record<string, Node>>;
}

/** The servers that are not the service itself, but where it is tried out. */
const STAGING = /\b(staging|development|stag|devel)\b/i;

/** @param keepWords whether published words are kept beside the facts, for someone to see them */
export function documentFacts(name: string, data: Node, keepWords = false): DocumentFacts {
  return new Reader(name, data, keepWords).read();
}

class Reader {
  readonly #name: string;
  readonly #data: Node;
  readonly #keepWords: boolean;

  constructor(name: string, data: Node, keepWords: boolean) {
    this.#name = name;
    this.#data = data;
    this.#keepWords = keepWords;
  }

  read(): DocumentFacts {
    const components = nodeAt(this.#data, "components");
    return {
      name: this.#name,
      servers: nodesAt(this.#data, "servers")
        .filter((server) => !isStaging(server))
        .map(serverFacts),
      tags: nodesAt(this.#data, "tags").flatMap((tag) => textAt(tag, "name") ?? []),
      tagWords: Object.fromEntries(
        nodesAt(this.#data, "tags").map((tag) => [textAt(tag, "name") ?? "", this.#words(tag)]),
      ),
      paths: mapValues(nodeAt(this.#data, "paths"), (item) => this.#pathItem(isRecord(item) ? item : {})),
      schemas: mapValues(Object.fromEntries(childrenAt(components, "schemas")), (schema) =>
        this.#schema(schema),
      ),
      securitySchemes: mapValues(
        Object.fromEntries(childrenAt(components, "securitySchemes")),
        securitySchemeFacts,
      ),
    };
  }

  #pathItem(item: Node): Node {
    const shared = nodesAt(item, "parameters");
    const operations = HTTP_METHODS.filter((method) => isRecord(item[method]));
    return Object.fromEntries(
      operations.map((method) => [method, this.#operation(nodeAt(item, method), shared)]),
    );
  }

  #operation(operation: Node, shared: readonly Node[]): Node {
    const own = nodesAt(operation, "parameters").map((parameter) => this.#resolve(parameter));
    const others = shared
      .map((parameter) => this.#resolve(parameter))
      .filter((one) => !own.some(({ name, in: where }) => name === one["name"] && where === one["in"]));
    const parameters = [...others, ...own].map((parameter) => this.#parameter(parameter));
    const body = isRecord(operation["requestBody"]) ? this.#resolve(operation["requestBody"]) : undefined;
    const stage = lifecycleStage(textAt(operation, "description"));
    return defined({
      ...pick(operation, OPERATION_FACTS),
      ...this.#words(operation),
      ...(stage !== undefined && { "x-lifecycle-stage": stage }),
      tags: operation["tags"],
      security: operation["security"] ?? this.#data["security"] ?? [],
      ...(parameters.length > 0 && { parameters }),
      ...(body && { requestBody: { ...pick(body, ["required"]), content: this.#content(body, true) } }),
      responses: mapValues(Object.fromEntries(childrenAt(operation, "responses")), (response, status) =>
        this.#response(this.#resolve(response), status),
      ),
    });
  }

  #parameter(parameter: Node): Node {
    const schema = parameter["schema"];
    return defined({
      ...pick(parameter, ["name", "in"]),
      ...this.#words(parameter),
      ...withoutDefaults(pick(parameter, PARAMETER_FACTS), textAt(parameter, "in") ?? ""),
      ...(isRecord(schema) && { schema: this.#schema(schema) }),
      ...(isRecord(parameter["content"]) && { content: this.#content(parameter, true) }),
      ...this.#example(parameter),
    });
  }

  #header(header: Node): Node {
    const schema = header["schema"];
    return {
      ...withoutDefaults(pick(header, HEADER_FACTS), "header"),
      ...(isRecord(schema) && { schema: this.#schema(schema) }),
      ...this.#example(header),
    };
  }

  #response(response: Node, status: string): Node {
    const headers = mapValues(Object.fromEntries(childrenAt(response, "headers")), (header) =>
      this.#header(this.#resolve(header)),
    );
    const content = this.#content(response, status.startsWith("2"));
    return {
      ...this.#words(response),
      ...(Object.keys(headers).length > 0 && { headers }),
      ...(Object.keys(content).length > 0 && { content }),
    };
  }

  /** @param isExemplary whether examples are worth having: those of failures are sentences */
  #content(holder: Node, isExemplary: boolean): Node {
    return mapValues(Object.fromEntries(childrenAt(holder, "content")), (media) => {
      const { schema, encoding } = media;
      const examples = isExemplary ? this.#examples(media) : {};
      return defined({
        ...(isRecord(schema) && { schema: this.#schema(schema) }),
        encoding,
        ...(Object.keys(examples).length > 0 && { examples }),
      });
    });
  }

  #examples(media: Node): Node {
    const named = childrenAt(media, "examples").map(
      ([name, one]) => [name, this.#resolve(one)["value"]] as const,
    );
    const single = media["example"] === undefined ? [] : [["example", media["example"]] as const];
    const found = [...named, ...single].filter(([, value]) => value !== undefined && isWordless(value));
    return Object.fromEntries(found.map(([name, value]) => [name, { value }]));
  }

  #example(holder: Node): Node {
    const schema = nodeAt(holder, "schema");
    const { example } = schemaFacts({ ...schema, example: holder["example"] ?? schema["example"] });
    return example === undefined ? {} : { example };
  }

  #schema(schema: Node): Node {
    return schemaFacts(schema, this.#keepWords);
  }

  #words(part: Node): Node {
    return this.#keepWords ? wordsOf(part) : {};
  }

  #resolve(node: Node): Node {
    const target = targetOf(node);
    if (!target) {
      if (node["$ref"] === undefined) return node;
      throw new CommandError(
        `${this.#name}: "${textAt(node, "$ref") ?? ""}" does not point into this document`,
      );
    }
    const found = valueAt(this.#data, target);
    if (isRecord(found)) return found;
    throw new CommandError(`${this.#name}: "#${formatPointer(target)}" points at nothing`);
  }
}

function isStaging(server: Node): boolean {
  return STAGING.test(textAt(server, "description") ?? "") || STAGING.test(textAt(server, "url") ?? "");
}

function serverFacts(server: Node): Node {
  const variables = mapValues(nodeAt(server, "variables"), (variable) =>
    isRecord(variable) ? pick(variable, ["default", "enum"]) : {},
  );
  return { ...pick(server, ["url"]), ...(Object.keys(variables).length > 0 && { variables }) };
}

/** A style that is the default of its place is not written. */
function withoutDefaults(facts: Node, place: string): Node {
  const style = place === "query" || place === "cookie" ? "form" : "simple";
  const actual = facts["style"] ?? style;
  const kept = Object.entries(facts).filter(([key, value]) => {
    if (key === "style") return value !== style;
    if (key === "explode") return value !== (actual === "form");
    return value !== false;
  });
  return Object.fromEntries(kept);
}

function securitySchemeFacts(scheme: Node): Node {
  const flows = mapValues(nodeAt(scheme, "flows"), (flow) => {
    if (!isRecord(flow)) return flow;
    // Scopes are named with a sentence each.
    const scopes = mapValues(nodeAt(flow, "scopes"), () => "");
    return { ...pick(flow, ["authorizationUrl", "tokenUrl", "refreshUrl"]), scopes };
  });
  return { ...pick(scheme, SECURITY_SCHEME_FACTS), ...(Object.keys(flows).length > 0 && { flows }) };
}

/** The tags that operations name beside those that the document lists. */
export function tagsOf({ tags, paths }: Pick<DocumentFacts, "tags" | "paths">): readonly string[] {
  const used = Object.values(paths).flatMap((item) => Object.values(item).filter(isRecord));
  const named = used
    .flatMap((operation) => listAt(operation, "tags"))
    .filter((tag) => typeof tag === "string");
  return [...new Set([...tags, ...named])];
}
