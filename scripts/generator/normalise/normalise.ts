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
import { stripPathQueries } from "./strip-path-queries.js";
import { requireBodies } from "./require-bodies.js";
import { splitBases } from "./split-bases.js";
import { splitServices } from "./split-services.js";
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
  stripPathQueries,
];

/** All that documents say of one service, as one clean document. */
export interface Service {
  /** The parts of its paths' prefix: `["pim", "v1"]`. */
  readonly names: readonly string[];
  readonly document: OpenApiDocument;
}

/**
 * Makes a clean document of each service that some documents describe: it says the same, in the form that plain types can
 * be made of. Its schemas are named as types are, each is of a request or of a response, and nothing in it is unused.
 *
 * Documents are taken in the order of their names, and services sorted by theirs: the order in which documents are given
 * decides nothing.
 */
export function normalise(sources: readonly Source[], onFix: (fix: Fix) => void): readonly Service[] {
  const report = once(onFix);
  const parts = sources
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map((source) => readPart(source, report));
  return splitServices(dropRepeated(parts)).map((service) => ({
    names: service.names,
    document: normaliseService(service.parts),
  }));
}

function normaliseService(parts: readonly ReportedPart[]): OpenApiDocument {
  const document = merge(openSharedEnums(nameOperations(parts).map(fixPart)));
  return hoistRequired(dropUnused(splitDirections(document)));
}

/** Several services of a document may have a component in common, which is fixed for each. */
function once(onFix: (fix: Fix) => void): (fix: Fix) => void {
  const reported = new Set<string>();
  return (fix) => {
    const id = JSON.stringify([fix.document, fix.pointer, fix.reason]);
    if (!reported.has(id)) onFix(fix);
    reported.add(id);
  };
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
