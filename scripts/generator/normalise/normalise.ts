import { checkCircles } from "./1-complete/check-circles.js";
import { checkShape } from "../read/check-shape.js";
import type { OpenApiDocument } from "../document/openapi.js";
import { inlineReferences } from "../document/references.js";
import { formatPointer } from "../document/pointer.js";
import type { Source } from "../read/source.js";
import { cleanDescriptions } from "./2-fix/clean-descriptions.js";
import { completeDocument } from "../read/complete-fragment.js";
import { completeParameters } from "./1-complete/complete-parameters.js";
import { completeSecurity } from "./1-complete/complete-security.js";
import { dropUnused } from "./8-share/drop-unused.js";
import { foldAllOf } from "./4-compose/fold-all-of.js";
import { hoistResponses } from "./5-operations/hoist-responses.js";
import { hoistSchemas, reportAtOrigin } from "./3-name/hoist-schemas.js";
import type { Fix, FixDocument, Report } from "../document/fix.js";
import { merge } from "./6-merge/merge.js";
import { nameOperations } from "./1-complete/name-operations.js";
import { openSingleValueEnums, openFragmentEnums, openSharedEnums } from "./6-merge/open-shared-enums.js";
import { openUnions } from "./4-compose/open-unions.js";
import { downgradeTo30 } from "./2-fix/downgrade-to-30.js";
import { spellOutRequired, unwrapSingleUnions } from "./4-compose/spell-out-required.js";
import { reportUntyped } from "./2-fix/report-untyped.js";
import { dropRepeated, type ReportedPart } from "./1-complete/drop-repeated-operations.js";
import { hoistRequired } from "./8-share/hoist-required.js";
import { dedupeComponents } from "./8-share/hoist-parameters.js";
import { stripPathQueries } from "./5-operations/strip-path-queries.js";
import { requireBodies } from "./5-operations/require-bodies.js";
import { splitBases } from "./1-complete/split-bases.js";
import { splitDirections } from "./7-split/split-directions.js";

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
  const { source, isFragment } = completeDocument(original, report);
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
