import { ContractError } from "../contract-error.js";
import type { Exchange } from "../exchange.js";

/** The parts of an HTTP Archive (HAR 1.2) that matter here; programs that write one leave much out. */
interface Har {
  readonly log: { readonly entries: readonly HarEntry[] };
}

interface HarEntry {
  readonly request?: { readonly method?: string; readonly url?: string };
  readonly response?: {
    readonly status?: number;
    readonly headers?: readonly { readonly name?: string; readonly value?: string }[];
    readonly content?: { readonly text?: string; readonly encoding?: string; readonly size?: number };
  };
}

/** The form of the name of a header (RFC 9110, section 5.6.2); HTTP/2 has others, such as `:status`. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~\w-]+$/;

/**
 * The exchanges in an HTTP Archive, as browsers and proxies record them, but for those without a response, those that a
 * browser answered itself, and CORS preflights.
 *
 * @throws {ContractError} when the text is no HTTP Archive
 */
export function readHar(text: string, name: string): readonly Exchange[] {
  const har = parse(text);
  if (!har) throw new ContractError(`${name}: it is not an HTTP Archive (HAR)`);
  return har.log.entries.flatMap(exchangeOf);
}

function parse(text: string): Har | undefined {
  try {
    const har = JSON.parse(text.replace(/^\ufeff/, "")) as Partial<Har> | null;
    return Array.isArray(har?.log?.entries) ? (har as Har) : undefined;
  } catch {
    return undefined;
  }
}

function exchangeOf({ request, response }: HarEntry): readonly Exchange[] {
  const { method = "", url = "" } = request ?? {};
  const status = response?.status ?? 0;
  if (!/^https?:/.test(url) || !URL.canParse(url) || status < 200 || status === 304 || status > 599)
    return [];
  if (method === "" || method.toUpperCase() === "OPTIONS") return [];
  const headers = new Headers();
  for (const { name = "", value = "" } of response?.headers ?? []) {
    if (HEADER_NAME.test(name)) headers.append(name, value.replace(/[\0\r\n]/g, " "));
  }
  return [{ method: method.toUpperCase(), url, status, headers, body: bodyOf(response?.content) }];
}

/** Programs may leave the text of a body out, and still have its size. */
function bodyOf({ text, encoding, size = 0 }: NonNullable<HarEntry["response"]>["content"] = {}):
  string | undefined {
  if (text === undefined) return size > 0 ? undefined : "";
  return encoding === "base64" ? Buffer.from(text, "base64").toString("utf8") : text;
}
