/**
 * Runs Prism in a process of its own; `startPrism` starts it, and sends what to serve. Prism's command line cannot serve
 * several documents at once.
 */
import { subscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import { checkDocument } from "./document/check/check-document.js";
import { listMistakes } from "./document/check/mistakes.js";
import type { NamedText } from "./document/document-source.js";
import { refuseRepeated, type Described } from "./document/refuse-repeated.js";
import { endLists, type Mock, type MockedOperation } from "./end-lists.js";
import { failInAnyType } from "./fail-in-any-type.js";
import { portProblem } from "./port.js";
import type { PrismMessage, PrismTask } from "./prism.js";
import { SetupError } from "./setup-error.js";
import { KEEP_ALIVE_MS } from "./keep-alive.js";
import { findOperation, splitOwnQuery, type Route, type RoutedOperation } from "./find-operation.js";

type Operation = MockedOperation & RoutedOperation;

interface PrismHttp {
  readonly getHttpOperationsFromSpec: (document: object) => Promise<readonly Operation[]>;
}

/** The YAML parser that Prism itself uses. */
interface StoplightYaml {
  readonly parseWithPointers: (text: string) => {
    readonly data: unknown;
    readonly diagnostics: readonly { readonly message: string; readonly severity: number }[];
  };
}

interface PrismHttpServer {
  readonly createServer: (
    operations: readonly Operation[],
    options: { readonly cors: boolean; readonly config: object; readonly components: object },
  ) => { readonly listen: (port: number, host: string) => Promise<string> };
}

interface PrismMocker {
  readonly default: Mock;
}

interface PrismRouter {
  readonly default: Route;
}

interface PrismCore {
  readonly createLogger: (name: string, options: { readonly enabled: boolean }) => object;
}

// It ends with its parent, even if that is killed. A signal that a terminal sends to both is the parent's to act on.
process.once("disconnect", () => process.exit());
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined);

// Prism does not give its server away: what it keeps is set at each request, and told from the second on.
subscribe("http.server.request.start", (message) => {
  (message as { readonly server: Server }).server.keepAliveTimeout = KEEP_ALIVE_MS;
});

const [task] = (await once(process, "message")) as [PrismTask];
process.send?.(await outcomeOf(task));

async function outcomeOf(given: PrismTask): Promise<PrismMessage> {
  try {
    return { url: await serve(given) };
  } catch (error) {
    const problem = error instanceof SetupError ? error.message : portProblem(error, given.port);
    if (problem === undefined) throw error;
    return { problem };
  }
}

async function serve({ manifest, upstream, port, cors, documents }: PrismTask): Promise<string> {
  const load = createRequire(manifest);
  const { createServer } = load("@stoplight/prism-http-server") as PrismHttpServer;
  const { createLogger } = load("@stoplight/prism-core") as PrismCore;
  const shared = { checkSecurity: true, validateRequest: true, validateResponse: true, errors: false };
  const config = upstream
    ? { ...shared, mock: false, isProxy: true, upstream: new URL(upstream) }
    : { ...shared, mock: { dynamic: false }, isProxy: false };
  const { getHttpOperationsFromSpec } = load("@stoplight/prism-http") as PrismHttp;
  const { default: mock } = load("@stoplight/prism-http/dist/mocker") as PrismMocker;
  const { default: route } = load("@stoplight/prism-http/dist/router") as PrismRouter;
  const logger = createLogger("Prism", { enabled: false });
  const { parseWithPointers } = load("@stoplight/yaml") as StoplightYaml;
  const parse = (text: string): object => {
    const { data, diagnostics } = parseWithPointers(text);
    const problem = diagnostics.find(({ severity }) => severity === 0);
    if (problem) throw new Error(problem.message);
    if (typeof data !== "object" || data === null) throw new Error("it is not an OpenAPI document");
    return data;
  };
  const operations = await operationsOf(parseAll(documents, parse), getHttpOperationsFromSpec);
  const server = createServer(operations, {
    cors,
    config,
    components: { logger, route: findOperation(route), mock: endLists(failInAnyType(mock)) },
  });
  return server.listen(port, "127.0.0.1");
}

/**
 * Prism would load what a reference points to, from disk or network: only the documents that were named are read. It takes what
 * looks like a reference for one in data, too; others of OpenAPI 3 were reported before.
 */
function refuseExternalReferences(root: object): void {
  const advice =
    "openapi" in root
      ? "stands in an example or an extension, and Prism would load it: leave it out, or use the fake, which does not (`mock --fake`)"
      : "points to another document: bundle them into one first, " +
        "for example with `npx @redocly/cli bundle OLD --output NEW`";
  const seen = new Set<object>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    const reference: unknown = "$ref" in value ? value.$ref : undefined;
    if (typeof reference === "string" && !reference.startsWith("#")) {
      throw new Error(`"${reference}" ${advice}`);
    }
    Object.values(value).forEach(visit);
  };
  visit(root);
}

/** A document that was read. */
interface Parsed {
  readonly name: string;
  readonly data: object;
}

/** @throws {SetupError} that names all that is wrong with the documents */
function parseAll(documents: readonly NamedText[], parse: (text: string) => object): readonly Parsed[] {
  const problems: string[] = [];
  const parsed = documents.flatMap(({ name, text }) => {
    try {
      const data = parse(text);
      // Prism reads Swagger 2.0, too.
      const mistakes = "openapi" in data ? checkDocument(data) : [];
      if (mistakes.length > 0) problems.push(listMistakes(name, mistakes));
      else refuseExternalReferences(data);
      return [{ name, data }];
    } catch (error) {
      problems.push(messageOf(error, name));
      return [];
    }
  });
  if (problems.length > 0) throw new SetupError(problems.join("\n"));
  return parsed;
}

function messageOf(error: unknown, name: string): string {
  if (error instanceof RangeError) return `${name}: it is nested too deeply`;
  return `${name}: ${error instanceof Error ? error.message : String(error)}`;
}

/**
 * @throws {SetupError} that names a document which cannot be used, or has no operation, or one of another document: Prism would
 * use the first and ignore the second
 */
async function operationsOf(
  documents: readonly Parsed[],
  read: PrismHttp["getHttpOperationsFromSpec"],
): Promise<readonly Operation[]> {
  const described: Described[] = [];
  const operations: Operation[] = [];
  for (const { name, data } of documents) {
    const found = await read(data).catch((error: unknown) => {
      throw new SetupError(messageOf(error, name));
    });
    if (found.length === 0) throw new SetupError(`${name}: there is no operation`);
    described.push(...found.map(({ method, path }) => ({ method: method.toUpperCase(), path, file: name })));
    operations.push(...found.map(splitOwnQuery));
  }
  refuseRepeated(described);
  return operations;
}
