import type { Content, WithExamples } from "./schema.js";

/** One of the media types that a document has for a body. */
export interface DeclaredContent extends WithExamples {
  /** As the document has it, such as `application/json; qs=0.5` or `image/*`. */
  readonly mediaType: string;
}

/**
 * The declared content that a `Content-Type` means: the exact type first, then a range. Of several of one type, the one with the
 * same parameters, such as a version; else the first.
 */
export function contentFor(content: Content, contentType: string): DeclaredContent | undefined {
  const wanted = essence(contentType);
  const [type = ""] = wanted.split("/");
  for (const name of [wanted, `${type}/*`, "*/*"]) {
    const found = Object.entries(content).filter(([mediaType]) => essence(mediaType) === name);
    const [mediaType, declared] =
      found.find(([one]) => parametersOf(one) === parametersOf(contentType)) ?? found[0] ?? [];
    if (mediaType !== undefined) return { mediaType, ...declared };
  }
  return undefined;
}

/** Their order says nothing, nor do quotes; the encoding of characters is that of any JSON. */
function parametersOf(mediaType: string): string {
  const parameters = mediaType
    .split(";")
    .slice(1)
    .map((parameter) => parameter.replaceAll('"', "").trim().toLowerCase());
  return parameters
    .filter((parameter) => parameter !== "" && !parameter.startsWith("charset="))
    .sort()
    .join(";");
}

/** The media type without its parameters. */
export function essence(mediaType: string): string {
  return (mediaType.split(";", 1)[0] ?? "").trim().toLowerCase();
}

export function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(essence(mediaType));
}
