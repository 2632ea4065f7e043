import { isRecord } from "../../generator/document/records.js";
import { componentName } from "../../generator/document/references.js";
import { recordOf } from "../json.js";
import type { Reading } from "../read-document.js";
import { relationOf } from "../schema/relation.js";
import { compareContent, mediaOf, schemaOf } from "./compare-content.js";
import { compareValue } from "./compare-parameters.js";
import { compareTexts } from "./compare-texts.js";
import type { Endpoint } from "./endpoints.js";
import { findingAt, note, type Context, type Part } from "./recorder.js";

type Responses = ReadonlyMap<string, Part>;

export function compareResponses(context: Context, old: Endpoint, revised: Endpoint): void {
  const { comparer, exchange } = context;
  const direction = exchange.response;
  const before = responsesOf(old, comparer.old);
  const after = responsesOf(revised, comparer.new);
  for (const status of new Set([...before.keys(), ...after.keys()])) {
    const [one, two] = [before.get(status), after.get(status)];
    if (one && two) compareResponse(context, status, one, two);
    else if (one) {
      const [range, cover] = coverOf(status, after) ?? [];
      const kind = cover ? "status-covered" : "status-removed";
      const finding = { kind, subject: status, ...(cover && { after: range }) } as const;
      note(context, "", direction, findingAt(one, cover, finding));
      if (cover) compareResponse(context, status, one, cover);
    } else if (two) {
      const kind = isNewResult(context, status, two, before) ? "success-added" : "status-added";
      note(context, "", direction, findingAt(undefined, two, { kind, subject: status }));
    }
  }
}

function compareResponse(context: Context, status: string, old: Part, revised: Part): void {
  const direction = context.exchange.response;
  const place = `response ${status}`;
  compareTexts(context, place, old, revised, direction);
  compareHeaders(context, place, old, revised);
  const [media, others] = [mediaOf(old), mediaOf(revised)];
  if (media.length > 0 && others.length > 0) compareContent(context, place, direction, old, revised);
  else if (media.length > 0 || others.length > 0) {
    const kind = media.length > 0 ? "response-body-removed" : "response-body-added";
    note(context, place, direction, findingAt(old, revised, { kind }, "content"));
  }
}

function compareHeaders(context: Context, place: string, old: Part, revised: Part): void {
  const direction = context.exchange.response;
  const [before, after] = [headersOf(old), headersOf(revised)];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [one, two] = [before.get(key), after.get(key)];
    if (one && two) {
      const where = `${place} > header ${two.name}`;
      const [wasRequired, isRequired] = [one, two].map(({ node }) => node["required"] === true);
      if (wasRequired !== isRequired) {
        const kind = isRequired === true ? "header-required" : "header-optional";
        note(context, where, direction, findingAt(one, two, { kind }, "required"));
      }
      compareTexts(context, where, one, two, direction);
      compareValue(context, where, direction, one, two);
    } else if (one) {
      note(
        context,
        place,
        direction,
        findingAt(one, undefined, { kind: "header-removed", subject: one.name }),
      );
    } else if (two) {
      const kind = two.node["required"] === true ? "required-header-added" : "header-added";
      note(context, place, direction, findingAt(undefined, two, { kind, subject: two.name }));
    }
  }
}

interface Header extends Part {
  readonly name: string;
  readonly in: "header";
}

function headersOf({ node, pointer }: Part): ReadonlyMap<string, Header> {
  const headers = Object.entries(recordOf(node["headers"])).map(([name, value]): [string, Header] => [
    name.toLowerCase(),
    { name, in: "header", node: recordOf(value), pointer: [...pointer, "headers", name] },
  ]);
  // OpenAPI has it that this one is said by the content.
  return new Map(headers.filter(([name]) => name !== "content-type"));
}

function responsesOf({ operation }: Endpoint, reading: Reading): Responses {
  const pointer = [...operation.pointer, "responses"];
  return new Map(
    Object.entries(recordOf(operation.node["responses"])).flatMap(([status, value]): [string, Part][] => {
      if (!isRecord(value) || status.startsWith("x-")) return [];
      const { $ref, ...beside } = value;
      if (typeof $ref !== "string")
        return [[status.toUpperCase(), { node: value, pointer: [...pointer, status] }]];
      const name = componentName($ref);
      const shared = recordOf(reading.document.components.responses[name]);
      const node = reading.holdsBesideReferences ? { ...shared, ...beside } : shared;
      return [[status.toUpperCase(), { node, pointer: ["components", "responses", name] }]];
    }),
  );
}

/** What describes a status that is not listed: its range, or the default. */
function coverOf(status: string, responses: Responses): readonly [string, Part] | undefined {
  for (const range of [`${status.charAt(0)}XX`, "DEFAULT"]) {
    const part = responses.get(range);
    if (part && status !== "DEFAULT") return [range === "DEFAULT" ? "default" : range, part];
  }
  return undefined;
}

/** Whether a further success changes what the generated method returns. */
function isNewResult(
  { exchange, comparer }: Context,
  status: string,
  added: Part,
  before: Responses,
): boolean {
  if (exchange.isCallback || !status.startsWith("2")) return false;
  const declared = [...before].filter(([known]) => known.startsWith("2")).map(([, part]) => part);
  const main = before.get("DEFAULT");
  const successes = declared.length > 0 || !main ? declared : [main];
  const [media] = mediaOf(added);
  return !successes.some((success) => {
    const [known] = mediaOf(success);
    if (!known) return !media || successes.every((other) => mediaOf(other).length === 0);
    if (!media) return false;
    const comparison = comparer.compareNow(schemaOf(known), schemaOf(media), "response");
    const { isNarrower, isWider } = relationOf(comparison);
    return !isNarrower && !isWider;
  });
}
