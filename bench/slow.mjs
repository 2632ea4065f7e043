/** The list whose pages take their time: one file, as the service and its callers are processes apart. */
export const SLOW_MS = 20;
export const SLOW_PAGES = 40;
