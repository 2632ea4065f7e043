import { examplesOf } from "../../document/example-value.js";
import type { DocumentOperation } from "../../document/operations.js";
import { namesIn } from "../../document/path-template.js";
import type { Parameter, Schema } from "../../document/schema.js";
import { recordOf } from "../pages/page.js";
import { redact } from "../redact.js";
import { idIn, type KnownValues } from "./known-values.js";

/** What a request is sent with. */
export interface Parameters {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** How an operation can be called; without a call, the parameters that nothing is known for. */
export interface Plan {
  /** Several where a parameter has several values: the next is tried where the one before finds nothing. */
  readonly calls: readonly Parameters[];
  readonly missing: readonly string[];
}

/** What is known of the thing that a path leads to. */
interface Way {
  readonly path: Record<string, string>;
  readonly missing: string[];
  /** The query that a collection on the way was listed with. */
  query: Readonly<Record<string, string>>;
  item: unknown;
}

/** Finds the parameters of an operation in what is known. */
export function planCall(operation: DocumentOperation, known: KnownValues): Plan {
  const way = followPath(operation, known);
  const inQuery = operation.parameters.filter((parameter) => parameter.in === "query");
  let queries: readonly Readonly<Record<string, string>>[] = [{}];
  for (const parameter of inQuery.filter(({ required }) => required === true)) {
    const values = valuesFor(parameter, way, known);
    if (values.length === 0) way.missing.push(parameter.name);
    queries = queries.flatMap((query) => values.map((value) => ({ ...query, [parameter.name]: value })));
  }
  const given = givenFor(
    inQuery.filter(({ required }) => required !== true),
    known,
  );
  if (Object.keys(given).length > 0)
    queries = [...queries.map((query) => ({ ...given, ...query })), ...queries];
  const headers = givenFor(
    operation.parameters.filter((parameter) => parameter.in === "header"),
    known,
  );
  const missing = [...way.missing, ...missingHeaders(operation, headers)];
  const { path } = way;
  return { calls: missing.length > 0 ? [] : queries.map((query) => ({ path, query, headers })), missing };
}

function followPath({ segments }: DocumentOperation, known: KnownValues): Way {
  const way: Way = { path: {}, missing: [], query: {}, item: undefined };
  const walked: string[] = [];
  for (const segment of segments) {
    const [name, ...others] = namesIn(segment);
    if (name === undefined) {
      walked.push(segment);
      continue;
    }
    const collection = known.given[name] === undefined ? known.collection(walked.join("/")) : undefined;
    const item = collection?.items.find((one) => isAddress(idIn(one, name)));
    const found = collection ? idIn(item, name) : undefined;
    // What a list does not have is not there: an id of something else would be asked for in vain.
    const other = collection?.items.length === 0 ? undefined : known.named(name)[0];
    const value = isAddress(found) ? String(found) : other;
    if (value === undefined) way.missing.push(name);
    way.path[name] = value ?? "";
    if (collection && item !== undefined)
      Object.assign(way, { query: { ...way.query, ...collection.query }, item });
    // Several in one segment, as of a comparison, are no collection and its item.
    for (const one of others) {
      const [own] = known.named(one);
      if (own === undefined) way.missing.push(one);
      way.path[one] = own ?? "";
    }
    walked.push(segment.replace(/\{([^{}]*)\}/g, (_, one: string) => way.path[one] ?? ""));
  }
  return way;
}

function isAddress(id: unknown): id is string | number {
  return typeof id === "number" || (typeof id === "string" && id !== "");
}

/** The values for a required parameter: where the thing was found, in the thing itself, in the document, anywhere. */
function valuesFor(parameter: Parameter, { query, item }: Way, known: KnownValues): readonly string[] {
  const { name, schema } = parameter;
  const given = known.given[name];
  const near = given ?? query[name] ?? referenceIn(item, name) ?? firstOf(schema);
  if (near !== undefined) return [near];
  const anywhere = known.named(name);
  return anywhere.length > 0 ? anywhere : plainExamples(parameter);
}

/** Examples that are true of every service, such as `KAFKA`: the id of a thing in an example is nobody's. */
function plainExamples(parameter: Parameter): readonly string[] {
  const texts = examplesOf(parameter).filter((example) => typeof example === "string");
  return texts.filter((text) => redact(text) === text && /^[\w-]+$/.test(text)).slice(0, 1);
}

/** What a thing says of another one: `spec.kafka_cluster` is the id in that member. */
function referenceIn(item: unknown, name: string): string | undefined {
  const paths = [name.split("."), ["spec", name]];
  const found = paths.map((path) => path.reduce<unknown>((node, key) => recordOf(node)[key], item));
  return found
    .map((value) => (typeof value === "object" ? recordOf(value)["id"] : value))
    .find((value) => typeof value === "string" && value !== "") as string | undefined;
}

function firstOf(schema: Schema): string | undefined {
  const value = schema.enum?.[0] ?? schema.default ?? schema["x-extensible-enum"]?.[0];
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** What the user has given for parameters. Nobody else knows the value of a header, or has a wish for what is optional. */
function givenFor(
  parameters: readonly Parameter[],
  { given }: KnownValues,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    parameters.flatMap(({ name }) => {
      const value = given[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function missingHeaders(
  { parameters }: DocumentOperation,
  headers: Parameters["headers"],
): readonly string[] {
  return parameters
    .filter(({ in: place, name, required }) => place === "header" && required === true && !(name in headers))
    .map(({ name }) => name);
}
