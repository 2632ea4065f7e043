import type { Service } from "../normalise/normalise.js";
import { wrap } from "./comment.js";

/** What the documents say of a service as a whole. */
export interface ServiceTexts {
  /** What its abbreviation stands for: `Provider integration management`; empty where no document says. */
  readonly title: string;
  /** What its operations have in common: "under `/pim/v1`" */
  readonly scope: string;
  /** The comment of the service. */
  readonly description: string;
}

export function describeService({ names, place, document: { info } }: Service): ServiceTexts {
  const isPlaced = place.length > 0;
  const path = isPlaced ? `\`/${place.join("/")}\`` : `\`${names.join("-")}\``;
  const scope = `${isPlaced ? "under" : "of"} ${path}`;
  // Titles often end in the service's name: `Provider integration management (pim/v1)`.
  const title = (info?.title ?? "").replaceAll(` (${names.join("/")})`, "").trim();
  const first = title === "" ? `The operations ${scope}.` : `${title}${isPlaced ? `, ${path}` : ""}.`;
  const about = firstParagraph(info?.description ?? "");
  return {
    title,
    scope,
    description: [first, about]
      .filter((part) => part !== "")
      .map(wrap)
      .join("\n\n"),
  };
}

/** What stands above services of one name: `pim` of `pim/v1` and `pim/v2`. */
export function describeGroup(
  services: readonly { readonly names: readonly string[]; readonly title: string }[],
): string {
  const titles = [...new Set(services.map(({ title }) => title).filter((title) => title !== ""))];
  const paths = services.map(({ names }) => `\`/${names.join("/")}\``).join(", ");
  return wrap(titles.length === 0 ? `The operations under ${paths}.` : `${titles.join("; ")}: ${paths}.`);
}

/** The first paragraph of prose: introductions of documents are long, and begin with a heading. */
function firstParagraph(text: string): string {
  const paragraphs = text.trim().split(/\n\s*\n/);
  return paragraphs.find((paragraph) => !/^\s*([#<|]|[-*] )/.test(paragraph))?.trim() ?? "";
}
