import type { LiveDrift } from "./drift.js";
import { PAGES } from "./planted-pages.js";
import { BODIES, HEADERS, STATUSES } from "./planted-responses.js";
import { MEMBERS, VALUES } from "./planted-values.js";

export const PLANTED: readonly LiveDrift[] = [
  ...STATUSES,
  ...HEADERS,
  ...BODIES,
  ...VALUES,
  ...MEMBERS,
  ...PAGES,
];
