/**
 * Runs Prism in a process of its own; `startPrism` starts it. Prism's command line cannot serve several documents at
 * once. The process ends when its standard input ends, so also when its parent is killed.
 *
 * Arguments: the `package.json` of @stoplight/prism-cli, whose packages are used; an upstream server to check, or an empty
 * string to respond from the documents; the documents.
 */
import { createRequire } from "node:module";
import { endLists, type Mock, type MockedOperation } from "./end-lists.js";
import { failInAnyType } from "./fail-in-any-type.js";
import { findOperation, splitOwnQuery, type Route, type RoutedOperation } from "./find-operation.js";

type Operation = MockedOperation & RoutedOperation;

interface PrismHttp {
  readonly getHttpOperationsFromSpec: (document: string) => Promise<readonly Operation[]>;
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

const [manifest = "", upstream = "", ...documents] = process.argv.slice(2);
process.stdin.resume().once("end", () => process.exit());
try {
  console.log(`Prism is listening on ${await serve()}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function serve(): Promise<string> {
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
  const server = createServer(await operationsOf(documents, getHttpOperationsFromSpec), {
    cors: true,
    config,
    components: { logger, route: findOperation(route), mock: endLists(failInAnyType(mock)) },
  });
  return server.listen(0, "127.0.0.1");
}

/** Refuses two descriptions of one operation: Prism would use the first and ignore the second. */
async function operationsOf(
  names: readonly string[],
  read: PrismHttp["getHttpOperationsFromSpec"],
): Promise<readonly Operation[]> {
  const owners = new Map<string, string>();
  const operations: Operation[] = [];
  for (const name of names) {
    const found = await read(name).catch((error: unknown) => {
      throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    });
    if (found.length === 0) throw new Error(`${name}: there is no operation`);
    for (const operation of found) {
      const place = `${operation.method.toUpperCase()} ${operation.path}`;
      const owner = owners.get(place);
      if (owner !== undefined) throw new Error(`${name}: ${place} is in ${owner}, too`);
      owners.set(place, name);
      operations.push(splitOwnQuery(operation));
    }
  }
  return operations;
}
