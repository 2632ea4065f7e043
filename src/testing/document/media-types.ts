import type { Content, WithExamples } from "./schema.js";

/** One of the media types that a document has for a body. */
export interface DeclaredContent extends WithExamples {
  /** As the document has it, such as `application/json; qs=0.5` or `image/*`. */
  readonly mediaType: string;
}

/** The declared content that a `Content-Type` means: the exact type first, then a range. */
export function contentFor(content: Content, contentType: string): DeclaredContent | undefined {
  const wanted = essence(contentType);
  const [type = ""] = wanted.split("/");
  for (const name of [wanted, `${type}/*`, "*/*"]) {
    const found = Object.entries(content).find(([mediaType]) => essence(mediaType) === name);
    if (found) return { mediaType: found[0], ...found[1] };
  }
  return undefined;
}

/** The media type without its parameters. */
export function essence(mediaType: string): string {
  return (mediaType.split(";", 1)[0] ?? "").trim().toLowerCase();
}

export function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(essence(mediaType));
}
