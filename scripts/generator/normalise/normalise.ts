import { withoutCorrections } from "../document/corrections.js";
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
import type { Fix, FixDocument, Report } from "./fix.js";
import { merge } from "./merge.js";
import { nameOperations } from "./name-operations.js";
import { openSingleValueEnums, openFragmentEnums, openSharedEnums } from "./open-enums.js";
import { openUnions } from "./open-unions.js";
import { downgradeTo30 } from "./downgrade-to-30.js";
import { spellOutRequired, unwrapSingleUnions } from "./plain-unions.js";
import { reportUntyped } from "./report-untyped.js";
import { dropRepeated, type ReportedPart } from "./repeated-operations.js";
import { hoistRequired } from "./hoist-required.js";
import { dedupeComponents } from "./dedupe-components.js";
import { stripPathQueries } from "./strip-path-queries.js";
import { requireBodies } from "./require-bodies.js";
import { splitBases } from "./split-bases.js";
import { splitDirections } from "./split-directions.js";

/** In this order, before and after schemas get names. None moves what a later one reports on. */
const FIXES: readonly FixDocument[] = [
  cleanDescriptions,
  reportUntyped,
  downgradeTo30,
  unwrapSingleUnions,
  openSingleValueEnums,
];
const FIXES_OF_NAMED: readonly FixDocument[] = [
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
export function normalise(sources: readonly Source[], onFix: (fix: Fix) => void): OpenApiDocument {
  const parts = sources.map((source) => readPart(source, onFix));
  const document = merge(openSharedEnums(nameOperations(dropRepeated(parts)).map(fixPart)));
  return dedupeComponents(hoistRequired(dropUnused(splitDirections(document))));
}

function readPart(original: Source, onFix: (fix: Fix) => void): ReportedPart {
  const report: Report = (pointer, reason) =>
    onFix({ document: original.name, pointer: formatPointer(pointer), reason });
  const { source, isFragment } = completeDocument(withoutCorrections(original), report);
  const shaped = checkShape(inlineReferences(source), source);
  const checked = checkCircles(splitBases(shaped, report), source);
  const document = completeSecurity(completeParameters(checked));
  return { source, document, isFragment, report };
}

function fixPart(part: ReportedPart): ReportedPart {
  const { report, isFragment } = part;
  const apply = (fixes: readonly FixDocument[], document: ReportedPart["document"], to: Report) =>
    fixes.reduce((fixed, fix) => fix(fixed, to), document);
  const inPlace = apply(isFragment ? [...FIXES, openFragmentEnums] : FIXES, part.document, report);
  const { document, origins } = hoistSchemas(inPlace, report);
  const reportNamed = reportAtOrigin(report, origins);
  const fixed = apply(FIXES_OF_NAMED, document, reportNamed);
  return { ...part, report: reportNamed, document: isFragment ? dropUnused(fixed) : fixed };
}
