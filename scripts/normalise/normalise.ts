import { checkShape } from "../document/check-shape.js";
import { inlineReferences } from "../document/references.js";
import { formatPointer } from "../document/pointer.js";
import type { Source } from "../document/source.js";
import { cleanDescriptions } from "./clean-descriptions.js";
import { completeParameters } from "./complete-parameters.js";
import { dropUnused } from "./drop-unused.js";
import { foldRequired } from "./fold-required.js";
import type { Mend, MendDocument, Report } from "./mend.js";
import { merge, type Merged } from "./merge.js";
import { openUnions } from "./open-unions.js";
import { splitReadWrite } from "./split-read-write.js";

/** In this order. None moves what a later one reports on, so that all of their pointers lead into the document as read. */
const MENDS: readonly MendDocument[] = [cleanDescriptions, foldRequired, openUnions];

/**
 * Makes one clean document of several: it says the same, in the form that plain types can be made of. Its schemas are
 * named as types are, each is either read or written, and nothing in it is unused.
 */
export function normalise(sources: readonly Source[], onMend: (mend: Mend) => void): Merged {
  const parts = sources.map((source) => {
    const document = completeParameters(checkShape(inlineReferences(source), source));
    const report: Report = (pointer, reason) =>
      onMend({ document: source.name, pointer: formatPointer(pointer), reason });
    return { source, document: MENDS.reduce((mended, mend) => mend(mended, report), document) };
  });
  const { document, origins } = merge(parts);
  return { document: dropUnused(splitReadWrite(document)), origins };
}
