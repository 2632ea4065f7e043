import { checkCircles } from "../document/check-circles.js";
import { checkShape } from "../document/check-shape.js";
import type { OpenApiDocument } from "../document/openapi.js";
import { inlineReferences } from "../document/references.js";
import { formatPointer } from "../document/pointer.js";
import type { Source } from "../document/source.js";
import { cleanDescriptions } from "./clean-descriptions.js";
import { completeDocument } from "./complete-document.js";
import { completeParameters } from "./complete-parameters.js";
import { completeSecurity } from "./complete-security.js";
import { dropUnused } from "./drop-unused.js";
import { foldAllOf } from "./fold-all-of.js";
import { hoistResponses } from "./hoist-responses.js";
import { hoistSchemas, reportAtOrigin } from "./hoist-schemas.js";
import type { Mend, MendDocument, Report } from "./mend.js";
import { merge } from "./merge.js";
import { nameOperations } from "./name-operations.js";
import { openBegunEnums, openFragmentEnums, openSharedEnums } from "./open-enums.js";
import { openUnions } from "./open-unions.js";
import { plainTypes } from "./plain-types.js";
import { spellOutRequired, unwrapSingleUnions } from "./plain-unions.js";
import { reportUnsaid } from "./report-unsaid.js";
import { dropRepeated, type ReportedPart } from "./repeated-operations.js";
import { settleRequired } from "./settle-required.js";
import { shareParts } from "./share-parts.js";
import { stripPathQueries } from "./strip-path-queries.js";
import { requireBodies } from "./require-bodies.js";
import { splitBases } from "./split-bases.js";
import { splitReadWrite } from "./split-read-write.js";

/** In this order, before and after schemas get names. None moves what a later one reports on. */
const MENDS: readonly MendDocument[] = [
  cleanDescriptions,
  reportUnsaid,
  plainTypes,
  unwrapSingleUnions,
  openBegunEnums,
];
const MENDS_OF_NAMED: readonly MendDocument[] = [
  foldAllOf,
  spellOutRequired,
  openUnions,
  requireBodies,
  hoistResponses,
  stripPathQueries,
];

/**
 * Makes one clean document of several: it says the same, in the form that plain types can be made of. Its schemas are
 * named as types are, each is either read or written, and nothing in it is unused.
 */
export function normalise(sources: readonly Source[], onMend: (mend: Mend) => void): OpenApiDocument {
  const parts = sources.map((source) => readPart(source, onMend));
  const document = merge(openSharedEnums(nameOperations(dropRepeated(parts)).map(mendPart)));
  return shareParts(settleRequired(dropUnused(splitReadWrite(document))));
}

function readPart(original: Source, onMend: (mend: Mend) => void): ReportedPart {
  const report: Report = (pointer, reason) =>
    onMend({ document: original.name, pointer: formatPointer(pointer), reason });
  const { source, isFragment } = completeDocument(original, report);
  const shaped = checkShape(inlineReferences(source), source);
  const checked = checkCircles(splitBases(shaped, report), source);
  const document = completeSecurity(completeParameters(checked));
  return { source, document, isFragment, report };
}

function mendPart(part: ReportedPart): ReportedPart {
  const { report, isFragment } = part;
  const apply = (mends: readonly MendDocument[], document: ReportedPart["document"], to: Report) =>
    mends.reduce((mended, mend) => mend(mended, to), document);
  const inPlace = apply(isFragment ? [...MENDS, openFragmentEnums] : MENDS, part.document, report);
  const { document, origins } = hoistSchemas(inPlace, report);
  const reportNamed = reportAtOrigin(report, origins);
  const mended = apply(MENDS_OF_NAMED, document, reportNamed);
  return { ...part, report: reportNamed, document: isFragment ? dropUnused(mended) : mended };
}
