import { BODIES } from "./bodies.js";
import { PAGES } from "./pages.js";
import type { PlantedDrift } from "./plant.js";
import { HEADERS, STATUSES } from "./statuses.js";
import { MEMBERS, VALUES } from "./values.js";

export const PLANTED: readonly PlantedDrift[] = [
  ...STATUSES,
  ...HEADERS,
  ...BODIES,
  ...VALUES,
  ...MEMBERS,
  ...PAGES,
];
