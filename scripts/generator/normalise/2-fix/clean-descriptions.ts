import { mapNodes } from "../../document/nodes.js";
import type { DocumentStage } from "../stage.js";

/** Removes markup from descriptions that only a documentation page can show: badges, images, components of the page. */
export const cleanDescriptions: DocumentStage = (document, { report }) =>
  mapNodes(document, (node, pointer, descend) => {
    const { description } = node;
    if (typeof description !== "string") return descend(node);
    const cleaned = withoutMarkup(description);
    if (cleaned === description) return descend(node);
    report([...pointer, "description"], "removed markup that only a documentation page can show");
    return descend({ ...stageOf(description), ...node, description: cleaned });
  });

/** `[![Preview](https://img.shields.io/badge/Lifecycle%20Stage-Preview-…)](…)`: some documents give the stage only so. */
const STAGE = /Lifecycle(?:%20|[ _])Stage/i;

function stageOf(description: string): { readonly "x-lifecycle-stage"?: string } {
  const badge = [...description.matchAll(IMAGE)].find(([, text, target = ""]) => text && STAGE.test(target));
  const stage = badge?.[1];
  return stage === undefined ? {} : { "x-lifecycle-stage": stage };
}

// No part of these can match what another match starts with, so that a text is gone through once.
const LINKED_IMAGE = /\[!\[[^[\]]*\]\([^()]*\)\]\([^()]*\)/g;
const IMAGE = /!\[([^[\]]*)\]\(([^()]*)\)/g;
const PAGE_COMPONENT = /<[A-Z]\w*\b[^<>]*\/>/g;
/** A heading that is followed at once by another heading, or by the end. */
const EMPTY_SECTION = /^#{1,6} [^\n]*\n*(?=^#{1,6} |(?![^]))/gm;

function withoutMarkup(description: string): string {
  const cleaned = [LINKED_IMAGE, IMAGE, PAGE_COMPONENT].reduce(
    (text, markup) => text.replace(markup, ""),
    description,
  );
  return cleaned === description ? description : cleaned.replace(EMPTY_SECTION, "").trim();
}
