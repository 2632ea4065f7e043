import type { Fix } from "../document/fix.js";
import type { OpenApiDocument } from "../document/openapi.js";
import { readPart, type Part } from "../read/part.js";
import type { Source } from "../read/source.js";
import { checkCircles } from "./1-complete/check-circles.js";
import { completeParameters } from "./1-complete/complete-parameters.js";
import { completeSecurity } from "./1-complete/complete-security.js";
import { dropRepeatedOperations } from "./1-complete/drop-repeated-operations.js";
import { nameOperations } from "./1-complete/name-operations.js";
import { splitBases } from "./1-complete/split-bases.js";
import { cleanDescriptions } from "./2-fix/clean-descriptions.js";
import { downgradeTo30 } from "./2-fix/downgrade-to-30.js";
import { openFragmentEnums, openSingleValueEnums } from "./2-fix/open-enums.js";
import { reportUntyped } from "./2-fix/report-untyped.js";
import { unwrapSingleUnions } from "./2-fix/unwrap-single-unions.js";
import { hoistSchemas } from "./3-name/hoist-schemas.js";
import { foldAllOf } from "./4-compose/fold-all-of.js";
import { openUnions } from "./4-compose/open-unions.js";
import { spellOutRequired } from "./4-compose/spell-out-required.js";
import { hoistResponses } from "./5-operations/hoist-responses.js";
import { requireBodies } from "./5-operations/require-bodies.js";
import { stripPathQueries } from "./5-operations/strip-path-queries.js";
import { merge } from "./6-merge/merge.js";
import { openSharedEnums } from "./6-merge/open-shared-enums.js";
import { splitDirections } from "./7-split/split-directions.js";
import { dropUnused } from "./8-share/drop-unused.js";
import { hoistParameters } from "./8-share/hoist-parameters.js";
import { hoistRequired } from "./8-share/hoist-required.js";
import { each, inFragments, run, type DocumentStage, type Stage } from "./stage.js";

/*
 * The stages, in order. Each list has a folder of its name. A stage must not move what a later one reports on; hoistSchemas
 * does, so it notes where each schema was.
 */

/** Says at each operation what holds for it. */
const COMPLETE: readonly DocumentStage[] = [splitBases, checkCircles, completeParameters, completeSecurity];

/** Simplifies schemas where they stand. */
const FIX: readonly DocumentStage[] = [
  cleanDescriptions,
  reportUntyped,
  downgradeTo30,
  unwrapSingleUnions,
  openSingleValueEnums,
  inFragments(openFragmentEnums),
];

/** Gives names to the schemas that types are made of. */
const NAME: readonly DocumentStage[] = [hoistSchemas];

/** Makes plain what is composed of several schemas. */
const COMPOSE: readonly DocumentStage[] = [foldAllOf, spellOutRequired, openUnions];

/** Makes plain what operations take and return. */
const OPERATIONS: readonly DocumentStage[] = [requireBodies, hoistResponses, stripPathQueries];

const BEFORE_MERGE: readonly Stage<readonly Part[]>[] = [
  each(COMPLETE),
  dropRepeatedOperations,
  nameOperations,
  each([...FIX, ...NAME, ...COMPOSE, ...OPERATIONS]),
  each([inFragments(dropUnused)]),
  openSharedEnums,
];

/** Makes two schemas of one that differs between requests and responses. */
const SPLIT: readonly Stage<OpenApiDocument>[] = [splitDirections];

/** Says once what is said in several places. */
const SHARE: readonly Stage<OpenApiDocument>[] = [dropUnused, hoistRequired, hoistParameters];

/**
 * Makes one document of several that says the same in a form that plain types can be made of. Its schemas have the names
 * of types, each belongs to requests or to responses or is the same in both, and none is unused.
 *
 * @throws {DocumentError} for a document that cannot be used; it names the place
 */
export function normalise(sources: readonly Source[], onFix: (fix: Fix) => void): OpenApiDocument {
  const parts = sources.map((source) => readPart(source, onFix));
  return run([...SPLIT, ...SHARE], merge(run(BEFORE_MERGE, parts)));
}
