import type { Violation } from "../document/validator.js";

/** Why a request fails. Thrown on the way of a request, and answered as its document says. */
export class Refusal extends Error {
  constructor(
    /** The wished statuses: the first that the operation declares is taken, else the first. */
    readonly statuses: readonly number[],
    readonly detail: string,
    readonly violations: readonly Violation[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
  }
}

export function notFound(what: string): Refusal {
  return new Refusal([404], `${what} does not exist.`);
}

export function conflict(detail: string): Refusal {
  return new Refusal([409, 422, 400], detail);
}

/** What cannot be read at all, whatever its document says. */
export function malformed(violations: readonly Violation[]): Refusal {
  return new Refusal([400, 422], detailOf(violations), violations);
}

/** Of a 400 and a 422, an operation declares the one that it gives for what does not fit its document. */
export function invalid(violations: readonly Violation[]): Refusal {
  return new Refusal([422, 400], detailOf(violations), violations);
}

function detailOf(violations: readonly Violation[]): string {
  return violations.map(({ place, message }) => `\`${place}\` ${message}.`).join(" ");
}
