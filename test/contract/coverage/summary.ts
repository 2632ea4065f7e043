import { keyOf, MEASURES, TITLES, type Coverable, type Measure } from "./measures.js";

export interface Count {
  readonly covered: number;
  readonly total: number;
}

export type Counts = Readonly<Record<Measure, Count>>;

/** The least numbers of each server, as they are committed. */
export type Ratchet = Readonly<Record<string, Readonly<Partial<Record<Measure, number>>>>>;

/** How much of some things is covered, by measure. */
export function countsOf(things: readonly Coverable[], covered: ReadonlySet<string>): Counts {
  const count = (measure: Measure): Count => {
    const own = things.filter((thing) => thing.measure === measure);
    return { total: own.length, covered: own.filter((thing) => covered.has(keyOf(thing))).length };
  };
  return Object.fromEntries(MEASURES.map((measure) => [measure, count(measure)])) as unknown as Counts;
}

/** The table in the log: a row for each measure, a column for each server. */
export function tableOf(byServer: ReadonlyMap<string, Counts>): string {
  const servers = [...byServer];
  const cell = ({ covered, total }: Count): string =>
    `${covered} of ${total} (${percentOf({ covered, total })})`;
  const rows = [
    ["covered by test/contract", ...servers.map(([server]) => server)],
    ...MEASURES.map((measure) => [TITLES[measure], ...servers.map(([, counts]) => cell(counts[measure]))]),
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join("   ")
        .trimEnd(),
    )
    .join("\n");
}

/** Rounded down: what is not all is not 100 %. */
export function percentOf({ covered, total }: Count): string {
  return total === 0 ? "–" : `${Math.floor((1000 * covered) / total) / 10} %`;
}

/** What has fallen below the committed numbers, in words. */
export function fallen(byServer: ReadonlyMap<string, Counts>, ratchet: Ratchet): readonly string[] {
  return Object.entries(ratchet).flatMap(([server, least]) => {
    const counts = byServer.get(server);
    return MEASURES.flatMap((measure) => {
      const covered = counts?.[measure].covered ?? 0;
      const floor = least[measure] ?? 0;
      return covered < floor ? [`${server}: ${covered} ${TITLES[measure]}, and there were ${floor}`] : [];
    });
  });
}

/** The numbers as they are to be committed. */
export function ratchetOf(byServer: ReadonlyMap<string, Counts>): Ratchet {
  return Object.fromEntries(
    [...byServer].map(([server, counts]) => [
      server,
      Object.fromEntries(MEASURES.map((measure) => [measure, counts[measure].covered])),
    ]),
  );
}
