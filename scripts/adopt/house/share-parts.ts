import type { Node } from "../../generator/document/nodes.js";
import { freeName, pascalCase } from "../../generator/document/names.js";
import { isRecord, mapValues } from "../../generator/document/records.js";
import { canonicalFacts, childrenAt, nodesAt, textAt } from "../node.js";
import { collectionOf, headerName, resourceOf, responseName, singular } from "./names.js";
import { operationsOf } from "./operation-ids.js";

type Section = "parameters" | "headers" | "responses" | "examples";
export type SharedParts = Readonly<Record<Section, Readonly<Record<string, Node>>>>;

/** One use of a part that may be shared: what it is, and the names that it may go by, best first. */
interface Use {
  readonly part: Node;
  readonly names: readonly string[];
}

/** Names that say nothing without that of the collection. */
const BARE_NAMES = new Set(["id", "name"]);

/** Parameters, headers, failures and examples once in a document, with references in their places. */
export function shareParts(paths: Readonly<Record<string, Node>>): {
  readonly paths: Readonly<Record<string, Node>>;
  readonly parts: SharedParts;
} {
  const headers = new Pool("headers");
  const parameters = new Pool("parameters");
  const responses = new Pool("responses");
  const examples = new Pool("examples");
  const found = operationsOf(paths);
  const qualified = collidingNames(found);

  for (const { path, operation } of found) {
    for (const parameter of nodesAt(operation, "parameters"))
      parameters.count(parameterUse(parameter, path, qualified));
    for (const [status, response] of childrenAt(operation, "responses")) {
      for (const [name, header] of childrenAt(response, "headers"))
        headers.count(headerUse(header, name, status));
    }
  }
  const withHeaders = (response: Node, status: string): Node => {
    const named = childrenAt(response, "headers").map(([name, header]) => [
      name,
      headers.use(headerUse(header, name, status)),
    ]);
    return { ...response, ...(named.length > 0 && { headers: Object.fromEntries(named) as Node }) };
  };
  for (const { operation } of found) {
    for (const [status, response] of childrenAt(operation, "responses")) {
      if (!isSuccess(status))
        responses.count({ part: withHeaders(response, status), names: [responseName(status)] });
    }
  }
  const shared = mapValues(paths, (item, path) =>
    mapValues(item, (value) => {
      const operation = value as Node;
      const id = pascalCase(textAt(operation, "operationId") ?? "");
      const own = nodesAt(operation, "parameters");
      const body = operation["requestBody"];
      return {
        ...operation,
        ...(own.length > 0 && {
          parameters: own.map((parameter) => parameters.use(parameterUse(parameter, path, qualified))),
        }),
        ...(isRecord(body) && { requestBody: withExamples(body, `${id}Request`, examples) }),
        responses: Object.fromEntries(
          childrenAt(operation, "responses").map(([status, response]) => {
            const part = withHeaders(response, status);
            if (!isSuccess(status)) return [status, responses.use({ part, names: [responseName(status)] })];
            return [status, withExamples(part, `${id}Response`, examples)];
          }),
        ),
      };
    }),
  );
  return {
    paths: shared,
    parts: {
      parameters: parameters.parts(),
      headers: headers.parts(),
      responses: responses.parts(),
      examples: examples.parts(),
    },
  };
}

/** A success says what the operation is for, so that it stands with it. */
function isSuccess(status: string): boolean {
  return /^[123]/.test(status);
}

function parameterUse(parameter: Node, path: string, qualified: ReadonlySet<string>): Use {
  const name = textAt(parameter, "name") ?? "";
  const base = pascalCase(name);
  const collection = parameter["in"] === "path" ? singular(collectionOf(path, name)) : resourceOf(path);
  const owned = pascalCase(collection) + base;
  const isBare = parameter["in"] === "path" && qualified.has(name);
  return { part: parameter, names: isBare ? [owned] : [base, owned] };
}

/** The names of path parameters that mean something else in each collection. */
function collidingNames(found: ReturnType<typeof operationsOf>): ReadonlySet<string> {
  const collections = new Map<string, Set<string>>();
  for (const { path, operation } of found) {
    for (const parameter of nodesAt(operation, "parameters")) {
      const name = textAt(parameter, "name") ?? "";
      if (parameter["in"] !== "path" || !BARE_NAMES.has(name)) continue;
      collections.set(name, (collections.get(name) ?? new Set()).add(collectionOf(path, name)));
    }
  }
  return new Set([...collections].filter(([, owners]) => owners.size > 1).map(([name]) => name));
}

function headerUse(header: Node, name: string, status: string): Use {
  return { part: header, names: [headerName(name, status)] };
}

function withExamples(holder: Node, name: string, pool: Pool): Node {
  const content = childrenAt(holder, "content").map(([type, media]) => {
    const examples = childrenAt(media, "examples").map(([key, example]) => {
      const use = { part: example, names: [key === "example" ? name : name + pascalCase(key)] };
      pool.count(use);
      return [key, pool.use(use)];
    });
    return [
      type,
      { ...media, ...(examples.length > 0 && { examples: Object.fromEntries(examples) as Node }) },
    ];
  });
  return { ...holder, ...(content.length > 0 && { content: Object.fromEntries(content) as Node }) };
}

/** The parts of one section: of several that may go by the same name, the one that is used most has it. */
class Pool {
  readonly #section: Section;
  readonly #uses = new Map<string, { readonly use: Use; count: number }>();
  #names: Map<string, string> | undefined;

  constructor(section: Section) {
    this.#section = section;
  }

  count(use: Use): void {
    this.#names = undefined;
    const key = this.#keyOf(use);
    const known = this.#uses.get(key);
    if (known) known.count++;
    else this.#uses.set(key, { use, count: 1 });
  }

  use(use: Use): Node {
    return { $ref: `#/components/${this.#section}/${this.#nameOf(this.#keyOf(use))}` };
  }

  parts(): Readonly<Record<string, Node>> {
    return Object.fromEntries([...this.#uses].map(([key, { use }]) => [this.#nameOf(key), use.part]));
  }

  #keyOf({ part, names }: Use): string {
    const content = this.#section === "examples" ? JSON.stringify(part) : canonicalFacts(part);
    return `${names[0] ?? ""} ${content}`;
  }

  #nameOf(key: string): string {
    this.#names ??= this.#nameAll();
    return this.#names.get(key) ?? "";
  }

  #nameAll(): Map<string, string> {
    const names = new Map<string, string>();
    const taken = new Set<string>();
    for (const [key, { use }] of [...this.#uses].sort(([, one], [, other]) => other.count - one.count)) {
      const name = freeName(use.names, (candidate) => taken.has(candidate));
      taken.add(name);
      names.set(key, name);
    }
    return names;
  }
}
