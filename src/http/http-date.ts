const MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
const DAYS = "Mon|Tue|Wed|Thu|Fri|Sat|Sun";
const LONG_DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
const TIME = "(?<time>\\d{2}:\\d{2}:\\d{2})";

/** The three forms that a recipient must accept: IMF-fixdate, and the obsolete ones of RFC 850 and of asctime. */
const FORMS = [
  `(?:${DAYS}), (?<day>\\d{2}) (?<month>${MONTHS}) (?<year>\\d{4}) ${TIME} GMT`,
  `${LONG_DAYS}, (?<day>\\d{2})-(?<month>${MONTHS})-(?<year>\\d{2}) ${TIME} GMT`,
  `(?:${DAYS}) (?<month>${MONTHS}) (?<day>\\d{2}| \\d) ${TIME} (?<year>\\d{4})`,
].map((form) => new RegExp(`^\\s*${form}\\s*$`));

/** A date in RFC 850's form is in the century that brings it closest, and no more than 50 years ahead. */
const FIFTY_YEARS_MS = 50 * 365.25 * 86_400_000;

/**
 * Parses an HTTP date (RFC 9110, section 5.6.7). `Date.parse` alone would accept almost anything, and would take a date
 * without a time zone for a local one.
 *
 * @param now milliseconds since 1970, for a year of two digits
 * @returns milliseconds since 1970; undefined for anything else
 */
export function parseHttpDate(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  for (const form of FORMS) {
    const { day = "", month = "", year = "", time = "" } = form.exec(value)?.groups ?? {};
    if (day !== "")
      return year.length === 2 ? closest(day, month, year, time, now) : dateOf(day, month, year, time);
  }
  return undefined;
}

/** Undefined for a date that does not exist, such as the 30th of February. A leap second counts as the one before. */
function dateOf(day: string, month: string, year: string, time: string): number | undefined {
  const date = Date.parse(`${day.trim()} ${month} ${year} ${time.replace(/:60$/, ":59")} GMT`);
  return new Date(date).getUTCDate() === Number(day) ? date : undefined;
}

/** The year 26 is 2026 in 2026. What would be more than 50 years ahead is the last year with those digits. */
function closest(day: string, month: string, year: string, time: string, now: number): number | undefined {
  const century = Math.floor(new Date(now).getUTCFullYear() / 100);
  const dates = [century + 1, century, century - 1].map((one) => dateOf(day, month, `${one}${year}`, time));
  return dates.find((date) => date !== undefined && date <= now + FIFTY_YEARS_MS);
}
