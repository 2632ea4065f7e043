import { ConfigurationError } from "../errors/index.js";
import type { BodyEncoder, BodyFormat, Operation } from "../operation.js";
import { isSentAsItIs, hasOwnType } from "./body-values.js";
import { isOfRange } from "./media-range.js";
import { isJsonType } from "./media-type.js";
import { serializeBody } from "./serialize-body.js";

/**
 * Writes a body in the format of its media type: of the one that the call names in `Content-Type`, else of the first that is
 * for such a value.
 *
 * @throws {ConfigurationError} for a body that cannot be sent under its media type
 */
export const encodeBody: BodyEncoder = (operation, value, given, own) => {
  const [type, format] = chooseFormat(operation, value, given);
  const body = own ? own(value) : isSentAsItIs(value) ? value : write(operation, value, type, format);
  return { body, contentType: contentTypeOf(operation, body, type) };
};

function chooseFormat(
  { body }: Operation,
  value: unknown,
  given: string | undefined,
): readonly [type: string, format: BodyFormat] {
  const formats = typeof body === "object" ? Object.entries(body.formats) : [];
  if (given !== undefined) {
    const declared = formats.find(([range]) => isOfRange(given, range))?.[1];
    // A form that is not declared is written by openapi-fetch.
    return [given, declared ?? (typeof value === "string" && !isJsonType(given) ? "raw" : "json")];
  }
  const usual = formats[0] ?? (["*/*", "raw"] as const);
  if (!isSentAsItIs(value)) return usual;
  const { type = "" } = value as Partial<Blob>;
  const raw = formats.filter(([, format]) => format === "raw");
  return raw.find(([range]) => isOfRange(type, range)) ?? raw[0] ?? usual;
}

function write(operation: Operation, value: unknown, type: string, format: BodyFormat): unknown {
  const isObject = typeof value === "object" && value !== null;
  const refuse = (wanted: string): never => {
    const problem = `the body must be ${wanted}, not ${typeof value === "object" ? "an object" : `a ${typeof value}`}`;
    throw new ConfigurationError(`${operation.id}: ${problem}`, { operation: operation.id });
  };
  if (format === "raw")
    return isObject
      ? refuse(`text or bytes of ${type}`)
      : typeof value === "string"
        ? value
        : JSON.stringify(value);
  if (format !== "json") return isObject ? format.serialize(value, format.fields ?? {}) : refuse("an object");
  const isScalar = !isObject && value !== null;
  if (isScalar && operation.body && !operation.scalarBody) refuse("an object");
  return serializeBody(value, { "Content-Type": type });
}

function contentTypeOf({ id }: Operation, body: unknown, type: string): string | null {
  const own = (body as Partial<Blob> | null)?.type ?? "";
  if (hasOwnType(body)) return null;
  if (!type.includes("*")) return type;
  if (own !== "" || type === "*/*") return null;
  const advice = "pass a Blob with a type, or set the header `Content-Type`";
  throw new ConfigurationError(`${id}: which media type of ${type} the body has is not said; ${advice}`, {
    operation: id,
  });
}
