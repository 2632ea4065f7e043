import { recordOf } from "../json.js";
import type { SchemaComparer } from "../schema/schema-comparer.js";
import { compareBodies } from "./compare-bodies.js";
import { compareParameters } from "./compare-parameters.js";
import { compareResponses } from "./compare-responses.js";
import { compareSecurity } from "./compare-security.js";
import { compareServers } from "./compare-servers.js";
import { compareTexts } from "./compare-texts.js";
import { endpointsOf, labelOf, pairEndpoints, templateOf, type Endpoint } from "./endpoints.js";
import { CALLBACK, findingAt, note, OPERATION, type Context, type Part, type Section } from "./recorder.js";

/** Compares the operations of two documents, and the webhooks that are their reverse. */
export function compareOperations(comparer: SchemaComparer): readonly Section[] {
  const { old, new: revised } = comparer;
  const { pairs, gone, come } = pairEndpoints(
    endpointsOf(old.document.paths, ["paths"]),
    endpointsOf(revised.document.paths, ["paths"]),
  );
  const inSection = (endpoint: Endpoint, work: (context: Context) => void): Section => {
    const section: Section = { operation: labelOf(endpoint), notes: [], roots: [] };
    work({ comparer, exchange: OPERATION, section, prefix: "" });
    return section;
  };
  return [
    ...gone.map((endpoint) =>
      inSection(endpoint, (context) =>
        note(context, "", "request", findingAt(endpoint.operation, undefined, { kind: "operation-removed" })),
      ),
    ),
    ...pairs.map(([one, other]) => inSection(other, (context) => compareOperation(context, one, other))),
    ...come.map((endpoint) =>
      inSection(endpoint, (context) =>
        note(context, "", "request", findingAt(undefined, endpoint.operation, { kind: "operation-added" })),
      ),
    ),
    compareWebhooks(comparer),
  ];
}

function compareOperation(context: Context, old: Endpoint, revised: Endpoint): void {
  const at = (finding: Parameters<typeof findingAt>[2], ...keys: readonly string[]): void =>
    note(context, "", "request", findingAt(old.operation, revised.operation, finding, ...keys));
  if (old.id !== revised.id)
    at({ kind: "operation-renamed", before: old.id, after: revised.id }, "operationId");
  if (old.method !== revised.method || templateOf(old.path) !== templateOf(revised.path))
    at({ kind: "operation-moved", before: labelOf(old), after: labelOf(revised) });
  compareSecurity(context, old, revised);
  compareServers(context, old, revised);
  compareExchange(context, old, revised);
}

/** Compares a request and its responses, whoever sends them. */
function compareExchange(context: Context, old: Endpoint, revised: Endpoint): void {
  compareTexts(context, "", old.item, revised.item);
  compareTexts(context, "", old.operation, revised.operation);
  compareParameters(context, old, revised);
  compareBodies(context, old, revised);
  compareResponses(context, old, revised);
  compareCallbacks(context, old, revised);
}

function compareCallbacks(context: Context, old: Endpoint, revised: Endpoint): void {
  const callbacksOf = ({ operation: { node, pointer } }: Endpoint): readonly Endpoint[] =>
    Object.entries(recordOf(node["callbacks"])).flatMap(([name, expressions]) =>
      endpointsOf(expressions, [...pointer, "callbacks", name]),
    );
  compareCalls(context, callbacksOf(old), callbacksOf(revised), ({ operation }) => {
    const place = operation.pointer.lastIndexOf("callbacks");
    return `callback ${operation.pointer[place + 1] ?? ""}`;
  });
}

function compareWebhooks(comparer: SchemaComparer): Section {
  const section: Section = { notes: [], roots: [] };
  const context: Context = { comparer, exchange: OPERATION, section, prefix: "" };
  const [old, revised] = [comparer.old, comparer.new].map(({ root }) =>
    endpointsOf(root["webhooks"], ["webhooks"]),
  );
  compareCalls(context, old ?? [], revised ?? [], ({ path }) => `webhook ${path}`);
  return section;
}

/** Compares what the service calls a program with. */
function compareCalls(
  context: Context,
  old: readonly Endpoint[],
  revised: readonly Endpoint[],
  nameOf: (endpoint: Endpoint) => string,
): void {
  const keyOf = (endpoint: Endpoint): string => `${nameOf(endpoint)} ${labelOf(endpoint)}`;
  const others = new Map(revised.map((endpoint) => [keyOf(endpoint), endpoint]));
  const noteCall = (one: Part | undefined, other: Part | undefined, subject: string): void => {
    const kind = one ? "callback-removed" : "callback-added";
    note(context, "", "request", findingAt(one, other, { kind, subject }));
  };
  for (const endpoint of old) {
    const other = others.get(keyOf(endpoint));
    others.delete(keyOf(endpoint));
    if (!other) noteCall(endpoint.operation, undefined, nameOf(endpoint));
    else {
      const prefix = `${context.prefix}${nameOf(endpoint)} > `;
      compareExchange({ ...context, exchange: CALLBACK, prefix }, endpoint, other);
    }
  }
  for (const endpoint of others.values()) noteCall(undefined, endpoint.operation, nameOf(endpoint));
}
