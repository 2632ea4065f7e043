/**
 * Which file may import which. Each list names its places from the bottom up: a place imports itself and what stands below
 * it, never what stands above. Imports of types count, as a reader follows them too.
 *
 * A new file or folder that has no place in its list fails the lint: give it one here.
 */
const SRC = [
  { place: "util-operation-defaults", path: "^src/(util/|(operation|defaults)\\.ts$)" },
  ...folders("src", ["errors", "time", "http", "auth", "events", "pipeline", "paging"]),
  { place: "codecs", path: "^src/codecs\\.ts$" },
  ...folders("src", ["generated", "client"]),
  { place: "entries", path: "^src/(core|index|openapi-fetch)\\.ts$" },
];

const SCRIPTS = [
  ...folders("scripts", ["generator/document", "generator/read", "generator/normalise", "generator/emit"]),
  { place: "generator/*", path: "^scripts/generator/[^/]+$" },
  ...folders("scripts", ["shared", "files", "diff", "contract", "cli", "package", "adopt"]),
  { place: "*", path: "^scripts/[^/]+$" },
];

const TESTING = "^src/testing/";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...oneWay("src", SRC),
    ...oneWay("scripts", SCRIPTS),
    ...placed("src", [...SRC, { path: TESTING }]),
    ...placed("scripts", SCRIPTS),
    rule(
      "no-cycle",
      "Files that import each other, by way of others or for types alone, cannot be read one at a time.",
      { from: {}, to: { circular: true } },
    ),
    rule(
      "testing-on-public-surface",
      "src/testing uses the SDK as its users do: through src/index.ts, and the types of its services' modules.",
      {
        from: { path: TESTING },
        to: { path: "^src/", pathNot: [TESTING, "^src/index\\.ts$", "^src/(generated|util)/"] },
      },
    ),
    rule("testing-without-services", "Of the services' modules, src/testing uses the types alone.", {
      from: { path: TESTING },
      to: { path: "^src/generated/", dependencyTypesNot: ["type-only"] },
    }),
    rule("testing-is-for-users", "What src/testing holds is for tests, and stays out of every bundle.", {
      from: { path: "^(src|scripts)/", pathNot: TESTING },
      to: { path: TESTING },
    }),
    rule("diff-reads-documents-only", "Of the generator, diff uses how a document is read and what it is.", {
      from: { path: "^scripts/diff/" },
      to: { path: "^scripts/generator/", pathNot: "^scripts/generator/(read|document|normalise)/" },
    }),
    rule("entries-are-run", "A file in scripts/ itself is run by an npm script, and imported by nothing.", {
      from: {},
      to: { path: "^scripts/[^/]+$" },
    }),
    rule("scripts-without-src", "scripts run before src compiles; they may use its types only.", {
      from: { path: "^scripts/" },
      to: { path: "^src/", dependencyTypesNot: ["type-only"] },
    }),
    rule(
      "product-without-tests",
      "What ships and what makes it use nothing from tests, examples or benches.",
      {
        from: { path: "^(src|scripts)/" },
        to: { path: "^(test|examples|bench|runtimes)/" },
      },
    ),
    rule("src-without-scripts", "src does not need what generates it.", {
      from: { path: "^src/" },
      to: { path: "^scripts/" },
    }),
    rule("resolvable", "An import that leads nowhere is held to no rule.", {
      from: { path: "^(src|scripts)/" },
      to: { couldNotResolve: true },
    }),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // `dist` and `build` are compiled from what is looked at here.
    exclude: { path: "^(dist|build)/" },
    tsConfig: { fileName: "tsconfig.json" },
    // Imports of types are imports.
    tsPreCompilationDeps: true,
  },
};

function folders(parent, names) {
  return names.map((name) => ({ place: name, path: `^${parent}/${name}/` }));
}

/** A rule for each place of a list: it imports none of the places that follow it. */
function oneWay(top, places) {
  return places.slice(0, -1).map(({ place, path }, index) => {
    const above = places.slice(index + 1);
    const names = above.map((one) => one.place).join(", ");
    return rule(`upward-from-${top}/${place}`, `It stands below ${names}, and imports none of them.`, {
      from: { path },
      to: { path: above.map((one) => one.path) },
    });
  });
}

/** Rules that find a file without a place, be it importing, imported or alone. */
function placed(top, places) {
  const comment = `Say in dependency-cruiser.config.js where in the order of ${top} this file stands.`;
  const stranger = { path: `^${top}/`, pathNot: places.map(({ path }) => path) };
  return [
    { from: stranger, to: {} },
    { from: {}, to: stranger },
    { from: { ...stranger, orphan: true }, to: {} },
  ].map((ends) => rule(`no-place-in-${top}`, comment, ends));
}

function rule(name, comment, { from, to }) {
  return { name, comment, severity: "error", from, to };
}
