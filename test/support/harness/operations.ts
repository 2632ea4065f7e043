import type { Operation, OperationTree } from "../../../src/operation.js";

/** A small API: one operation of each method, and a list. */
export const operations = {
  things: {
    list: { id: "listThings", method: "GET", path: "/things", paging: { style: "link" } },
    get: { id: "getThing", method: "GET", path: "/things/{id}" },
    check: { id: "checkThing", method: "HEAD", path: "/things/{id}", successes: { 200: [] } },
    replace: { id: "replaceThing", method: "PUT", path: "/things/{id}", body: "json" },
    delete: { id: "deleteThing", method: "DELETE", path: "/things/{id}", successes: { 204: [] } },
    create: { id: "createThing", method: "POST", path: "/things", body: "json" },
    change: { id: "changeThing", method: "PATCH", path: "/things/{id}", body: "json" },
  },
} as const satisfies OperationTree satisfies Record<string, Record<string, Operation>>;
