/** The keys of a path that have an operation each, in the order in which operations are listed. */
export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
