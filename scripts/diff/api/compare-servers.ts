import { listOf, recordOf } from "../json.js";
import type { Reading } from "../read-document.js";
import { compareTexts } from "./compare-texts.js";
import type { Endpoint } from "./endpoints.js";
import { findingAt, note, type Context, type Part } from "./recorder.js";

/** Compares the addresses that an operation can be called at. */
export function compareServers(context: Context, old: Endpoint, revised: Endpoint): void {
  const [before, after] = [serversOf(old, context.comparer.old), serversOf(revised, context.comparer.new)];
  const direction = context.exchange.request;
  for (const url of new Set([...before.keys(), ...after.keys()])) {
    const [one, two] = [before.get(url), after.get(url)];
    if (one && two) {
      compareTexts(context, `server ${url}`, one, two);
      compareVariables(context, `server ${url}`, one, two);
    } else {
      const kind = one ? "server-removed" : "server-added";
      note(context, "", direction, findingAt(one, two, { kind, subject: url }));
    }
  }
}

/** What a server's variables may be is in its addresses; this is what they say to readers. */
function compareVariables(context: Context, place: string, old: Part, revised: Part): void {
  const partOf = ({ node, pointer }: Part, name: string): Part => ({
    node: recordOf(recordOf(node["variables"])[name]),
    pointer: [...pointer, "variables", name],
  });
  for (const name of Object.keys(recordOf(revised.node["variables"])))
    compareTexts(context, `${place} > ${name}`, partOf(old, name), partOf(revised, name));
}

function serversOf({ operation, item }: Endpoint, { root }: Reading): ReadonlyMap<string, Part> {
  const holder = [operation, item, { node: root, pointer: [] }].find(
    ({ node }) => listOf(node["servers"]).length > 0,
  );
  const servers = new Map<string, Part>();
  for (const [index, value] of listOf(holder?.node["servers"]).entries()) {
    const server = recordOf(value);
    for (const url of urlsOf(server))
      servers.set(url, { node: server, pointer: [...(holder?.pointer ?? []), "servers", String(index)] });
  }
  // OpenAPI has it that a document without servers is served where it stands.
  servers.delete("/");
  return servers;
}

/** Beyond so many combinations of values, an address is compared as a template. */
const MAX_URLS = 200;

/** The addresses of a server: its template with each of the values that its variables may have. */
function urlsOf(server: Readonly<Record<string, unknown>>): readonly string[] {
  const template = String(server["url"]);
  const urls = Object.entries(recordOf(server["variables"])).reduce<readonly string[]>(
    (found, [name, value]) => {
      const { default: usual, enum: values } = recordOf(value);
      const possible = Array.isArray(values) ? values.map(String) : [String(usual)];
      return found.flatMap((url) =>
        url.includes(`{${name}}`) ? possible.map((each) => url.replaceAll(`{${name}}`, each)) : [url],
      );
    },
    [template],
  );
  return (urls.length > MAX_URLS ? [template] : urls).map((url) =>
    url === "/" ? url : url.replace(/\/$/, ""),
  );
}
