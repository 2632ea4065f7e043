import { expect } from "vitest";

type ErrorClass<E> = abstract new (...args: never[]) => E;

/** What a promise rejects with, which must be of the class given. */
export async function rejection<E>(promise: Promise<unknown>, errorClass: ErrorClass<E>): Promise<E> {
  const error = await promise.then(
    () => expect.unreachable("the promise was to reject"),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(errorClass);
  return error as E;
}

/** What a function throws, which must be of the class given. */
export function thrown<E>(act: () => unknown, errorClass: ErrorClass<E>): E {
  let error: unknown;
  try {
    act();
  } catch (reason) {
    error = reason;
  }
  expect(error).toBeInstanceOf(errorClass);
  return error as E;
}
