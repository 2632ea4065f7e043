import { expect } from "vitest";

type ErrorClass<E> = abstract new (...args: never[]) => E;

/** The reason of a promise's rejection, which must be of the given class. */
export async function rejection<E>(promise: Promise<unknown>, errorClass: ErrorClass<E>): Promise<E> {
  const error = await promise.then(
    () => expect.unreachable("the promise should reject"),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(errorClass);
  return error as E;
}

/** The error that a function throws, which must be of the given class. */
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
