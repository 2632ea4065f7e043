import { isMap, parseDocument, Scalar, type Document } from "yaml";
import { CommandError } from "../../shared/command-error.js";
import type { Node } from "../../generator/document/nodes.js";
import { formatPointer, parseReference, type Pointer } from "../../generator/document/pointer.js";
import { isRecord } from "../../generator/document/records.js";
import { insertInOrder } from "../edit/house-yaml.js";
import type { Kind } from "../facts.js";
import { nodesAt, textAt } from "../node.js";

const WORD_KEYS: ReadonlySet<string> = new Set(["title", "summary", "description"]);

export interface Worksheet {
  readonly name: string;
  readonly service: string;
  readonly entries: readonly Node[];
}

export function readWorksheet(name: string, text: string): Worksheet {
  const sheet = parseDocument(text);
  const [error] = sheet.errors;
  if (error) throw new CommandError(`${name}: ${error.message}`);
  const data: unknown = sheet.toJS();
  const service = isRecord(data) ? textAt(data, "service") : undefined;
  if (!isRecord(data) || service === undefined || !/^[\w.-]+$/.test(service)) {
    throw new CommandError(`${name}: a worksheet names its service: \`service: iam-v2\``);
  }
  return { name, service, entries: nodesAt(data, "words") };
}

/**
 * Puts the words of a worksheet into our document.
 *
 * @returns in how many places words were put
 */
export function applyWorksheet(
  document: Document,
  { name, service, entries }: Worksheet,
  notice: string,
): number {
  let count = 0;
  for (const { at, ...words } of entries) {
    for (const place of [at].flat()) {
      const pointer = typeof place === "string" ? parseReference(place) : undefined;
      if (!pointer)
        throw new CommandError(
          `${name}: \`at\` must be a pointer such as "#/info", or a list of them, not ${JSON.stringify(place)}`,
        );
      for (const [key, text] of Object.entries(words)) {
        if (text === null || text === "") continue;
        if (typeof text !== "string")
          throw new CommandError(`${name}: \`${key}\` of ${String(place)} must be text`);
        putWords(document, [...pointer, ...keysOf(key)], text.trim(), { name, service, notice });
        count++;
      }
    }
  }
  return count;
}

interface Context {
  readonly name: string;
  readonly service: string;
  readonly notice: string;
}

function putWords(document: Document, way: Pointer, text: string, { name, service, notice }: Context): void {
  const [key = "", holder] = [way.at(-1), way.slice(0, -1)];
  const place = `#${formatPointer(holder)}`;
  if (!WORD_KEYS.has(key))
    throw new CommandError(
      `${name}: \`${key}\` at ${place} holds no words; they are a title, summary or description`,
    );
  const target = document.getIn(holder, true);
  if (!isMap(target)) throw new CommandError(`${name}: ${place} is not in openapi/${service}.yaml`);
  if (target.has("$ref"))
    throw new CommandError(`${name}: ${place} is a reference; the words belong to what it refers to`);
  const isInfo = holder.length === 1 && holder[0] === "info" && key === "description";
  const words = isInfo && !text.includes(notice) ? `${text}\n\n${notice}` : text;
  if (target.get(key) === words) return;
  insertInOrder(target, key, new Scalar(words), kindAt(holder));
}

function keysOf(key: string): Pointer {
  return parseReference(`#/${key}`) ?? [];
}

function kindAt(pointer: Pointer): Kind {
  const [root, section] = pointer;
  if (root === "info") return "info";
  if (root === "tags") return "tag";
  if (root === "paths" && pointer.length === 3) return "operation";
  if (root === "components" && section === "securitySchemes") return "securityScheme";
  const kinds: Readonly<Record<string, Kind>> = {
    parameters: "parameter",
    headers: "header",
    responses: "response",
  };
  return kinds[pointer.at(-2) ?? ""] ?? "value";
}
