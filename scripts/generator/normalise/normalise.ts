import type { Fix } from "../document/fix.js";
import type { OpenApiDocument } from "../document/openapi.js";
import { readPart, type Part } from "../read/part.js";
import type { Source } from "../read/source.js";
import { checkCircles } from "./1-complete/check-circles.js";
import { completeParameters } from "./1-complete/complete-parameters.js";
import { listItems } from "./1-complete/list-items.js";
import { completeSecurity } from "./1-complete/complete-security.js";
import { dropRepeatedOperations } from "./1-complete/drop-repeated-operations.js";
import { nameOperations } from "./1-complete/name-operations.js";
import { spellOutSchemas } from "./1-complete/spell-out-schemas.js";
import { splitBases } from "./1-complete/split-bases.js";
import { cleanDescriptions } from "./2-fix/clean-descriptions.js";
import { checkContradictions } from "./2-fix/check-contradictions.js";
import { composeReferences } from "./2-fix/compose-references.js";
import { downgradeTo30 } from "./2-fix/downgrade-to-30.js";
import { dropImpossibleNumbers } from "./2-fix/drop-impossible-numbers.js";
import { inferArrays } from "./2-fix/infer-arrays.js";
import { openFragmentEnums, openSingleValueEnums } from "./2-fix/open-enums.js";
import { reportUntyped } from "./2-fix/report-untyped.js";
import { unwrapSingleUnions } from "./2-fix/unwrap-single-unions.js";
import { hoistSchemas } from "./3-name/hoist-schemas.js";
import { declareRequired } from "./4-compose/declare-required.js";
import { foldAllOf } from "./4-compose/fold-all-of.js";
import { openUnions } from "./4-compose/open-unions.js";
import { spellOutRequired } from "./4-compose/spell-out-required.js";
import { declareSuccesses } from "./5-operations/declare-successes.js";
import { dropUnsendable } from "./5-operations/drop-unsendable.js";
import { nameMediaTypes } from "./5-operations/name-media-types.js";
import { readBodies } from "./5-operations/read-bodies.js";
import { reportBodies } from "./5-operations/report-bodies.js";
import { requireBodies } from "./5-operations/require-bodies.js";
import { settleStyles } from "./5-operations/settle-styles.js";
import { stripPathQueries } from "./5-operations/strip-path-queries.js";
import { merge } from "./6-merge/merge.js";
import { openSharedEnums } from "./6-merge/open-shared-enums.js";
import { dropNeutralParts } from "./7-split/drop-neutral-parts.js";
import { inlineSignatures } from "./7-split/inline-signatures.js";
import { joinMarkedProperties } from "./7-split/join-marked-properties.js";
import { markFiles } from "./7-split/mark-files.js";
import { splitDirections } from "./7-split/split-directions.js";
import { dropUnused } from "./8-share/drop-unused.js";
import { hoistRequired } from "./8-share/hoist-required.js";
import { splitServices } from "./split-services.js";
import { each, inFragments, run, toSchemas, type DocumentStage, type Stage } from "./stage.js";

/*
 * The stages, in order. Each list has a folder of its name. A stage must not move what a later one reports on; hoistSchemas
 * does, so it notes where each schema was.
 */

/** Says at each operation what holds for it. */
const COMPLETE: readonly DocumentStage[] = [
  listItems,
  spellOutSchemas,
  splitBases,
  checkCircles,
  completeParameters,
  completeSecurity,
];

/** Simplifies schemas where they stand. */
const FIX: readonly DocumentStage[] = [
  cleanDescriptions,
  toSchemas([reportUntyped, composeReferences, inferArrays, downgradeTo30, dropImpossibleNumbers]),
  checkContradictions,
  toSchemas([unwrapSingleUnions, openSingleValueEnums]),
  inFragments(openFragmentEnums),
];

/** Gives names to the schemas that types are made of. */
const NAME: readonly DocumentStage[] = [hoistSchemas];

/** Makes plain what is composed of several schemas. */
const COMPOSE: readonly DocumentStage[] = [foldAllOf, spellOutRequired, declareRequired, openUnions];

/** Makes plain what operations take and return. */
const OPERATIONS: readonly DocumentStage[] = [
  dropUnsendable,
  nameMediaTypes,
  declareSuccesses,
  readBodies,
  requireBodies,
  stripPathQueries,
  settleStyles,
  reportBodies,
];

/** Done to all documents together, as one may repeat an operation of another. */
const TOGETHER: readonly Stage<readonly Part[]>[] = [each(COMPLETE), dropRepeatedOperations];

/** Done to what the documents say of one service. */
const BEFORE_MERGE: readonly Stage<readonly Part[]>[] = [
  nameOperations,
  each([...FIX, ...NAME, ...COMPOSE, ...OPERATIONS]),
  each([inFragments(dropUnused)]),
  openSharedEnums,
];

/** Makes two schemas of one that differs between requests and responses. */
const SPLIT: readonly Stage<OpenApiDocument>[] = [
  joinMarkedProperties,
  splitDirections,
  dropNeutralParts,
  inlineSignatures,
  markFiles,
];

/** Says once what is said in several places. */
const SHARE: readonly Stage<OpenApiDocument>[] = [dropUnused, hoistRequired];

/** All that documents say of one service, as one clean document. */
export interface Service {
  /** What it is called, by its paths' prefix or by its file: `["pim", "v1"]`. */
  readonly names: readonly string[];
  /** Where its resources are in a client: `["pim", "v1"]`, or `[]`. */
  readonly place: readonly string[];
  readonly document: OpenApiDocument;
}

/**
 * Makes one document of each service that says the same as the documents given, in a form that plain types can be made of.
 * Its schemas have the names of types, each belongs to requests or to responses or is the same in both, and none is unused.
 *
 * Documents are taken in the order of their names, and services sorted by theirs: the order in which documents are given
 * decides nothing.
 *
 * @throws {DocumentError} for a document that cannot be used; it names the place
 */
export function normalise(sources: readonly Source[], onFix: (fix: Fix) => void): readonly Service[] {
  const report = once(onFix);
  const sorted = sources.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const parts = run(
    TOGETHER,
    sorted.map((source) => readPart(source, report)),
  );
  return splitServices(parts).map((service) => ({
    names: service.names,
    place: service.place,
    document: run([...SPLIT, ...SHARE], merge(run(BEFORE_MERGE, service.parts))),
  }));
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
