import type { Direction } from "../../generator/document/directions.js";
import type { Schema } from "../../generator/document/openapi.js";
import { omit } from "../../generator/document/records.js";
import { recordOf, stableJson } from "../json.js";
import { schemaAt, type Conjunction } from "../schema/conjunction.js";
import { match } from "../schema/match.js";
import { compareTexts } from "./compare-texts.js";
import { findingAt, note, placeIn, type Context, type Part } from "./recorder.js";

/** A media type as it is compared: `application/json`, and its parameters apart. */
interface Media extends Part {
  readonly key: string;
  readonly type: string;
  readonly charset: string | undefined;
}

/** Compares the schemas of two parts, where they have one: without a schema, anything will do. */
export function compareSchemaOf(
  context: Context,
  place: string,
  direction: Direction,
  old: Part,
  revised: Part,
): void {
  const { comparer, section, exchange } = context;
  section.roots.push({
    comparison: comparer.compare(schemaOf(old), schemaOf(revised), direction),
    place: placeIn(context, place),
    isTyped: !exchange.isCallback,
  });
}

export function schemaOf({ node, pointer }: Part): Conjunction {
  const place = [...pointer, "schema"];
  const schema = schemaAt(node["schema"], place);
  return [
    ...(schema ? [schema] : []),
    ...(node["in"] === "path" ? [{ schema: NOT_EMPTY, pointer: place }] : []),
  ];
}

/** A path has no room for nothing: whether a parameter of it says so makes no difference. */
const NOT_EMPTY: Schema = { type: ["string", "number", "boolean", "array", "object"], minLength: 1 };

/** Compares the content of bodies, by media type. `old` and `revised` are the parts that hold it. */
export function compareContent(
  context: Context,
  place: string,
  direction: Direction,
  old: Part,
  revised: Part,
): void {
  const { pairs, gone, come } = match(mediaOf(old), mediaOf(revised), [
    (one, other) => (one.type === other.type && one.charset === other.charset ? 1 : 0),
    (one, other) => (one.type === other.type ? 1 : 0),
    (one, other) => (isWithin(one.type, other.type) || isWithin(other.type, one.type) ? 1 : 0),
  ]);
  const several = pairs.length > 1;
  for (const [one, other] of pairs) {
    const values = { before: one.key, after: other.key };
    const at = (kind: "charset-changed" | "media-type-narrowed" | "media-type-widened"): void =>
      note(context, place, direction, findingAt(one, other, { kind, ...values }));
    if (one.type !== other.type)
      at(isWithin(one.type, other.type) ? "media-type-widened" : "media-type-narrowed");
    else if (one.charset !== other.charset) at("charset-changed");
    const where = several ? `${place} (${other.type})` : place;
    compareTexts(context, where, one, other, direction);
    compareSchemaOf(context, where, direction, one, other);
    compareEncoding(context, where, direction, one, other);
  }
  for (const media of gone) {
    note(
      context,
      place,
      direction,
      findingAt(media, undefined, { kind: "media-type-removed", subject: media.key }),
    );
  }
  const hadJson = mediaOf(old).some(({ type }) => isJson(type));
  for (const media of come) {
    const isRead = direction === "response" && !context.exchange.isCallback && isJson(media.type) && !hadJson;
    const kind = isRead && pairs.length > 0 ? "json-added" : "media-type-added";
    note(context, place, direction, findingAt(undefined, media, { kind, subject: media.key }));
  }
}

/** How the parts of a form are written. */
function compareEncoding(
  context: Context,
  place: string,
  direction: Direction,
  old: Media,
  revised: Media,
): void {
  const [encodings, others] = [recordOf(old.node["encoding"]), recordOf(revised.node["encoding"])];
  for (const name of new Set([...Object.keys(encodings), ...Object.keys(others)])) {
    const [before, after] = [encodingText(encodings[name]), encodingText(others[name])];
    if (before === after) continue;
    const finding = { kind: "serialization-changed" as const, subject: name, before, after };
    note(context, `${place} > ${name}`, direction, findingAt(old, revised, finding, "encoding", name));
  }
}

function encodingText(encoding: unknown): string {
  const said = Object.entries(omit(recordOf(encoding), "headers")).filter(
    ([, value]) => value !== undefined && value !== false,
  );
  return said.length === 0 ? "usual" : stableJson(Object.fromEntries(said));
}

export function mediaOf({ node, pointer }: Part): readonly Media[] {
  return Object.entries(recordOf(node["content"])).map(([key, value]) => {
    const [type = "", ...parameters] = key.split(";").map((part) => part.trim().toLowerCase());
    const charset = parameters.find((parameter) => parameter.startsWith("charset="));
    const others = parameters.filter((parameter) => parameter !== charset).sort();
    return {
      key,
      type: [type, ...others].join("; "),
      charset: charset?.replaceAll('"', ""),
      node: recordOf(value),
      pointer: [...pointer, "content", key],
    };
  });
}

/** Whether a media type is of a range, such as `text/*`. */
function isWithin(type: string, range: string): boolean {
  if (type === range || !range.endsWith("/*")) return false;
  return range === "*/*" || type.startsWith(range.slice(0, -1));
}

function isJson(type: string): boolean {
  return /[/+]json\b/.test(type);
}
