import { expect } from "vitest";
import { callPath, callResource, fullCalls, smallestCall, type CallParts } from "./calls.js";
import { contractClient, type ContractOptions, type ContractServer } from "./client.js";
import type { DocumentedOperation } from "./document.js";

const text = ({ body, ...parts }: CallParts): string => JSON.stringify({ ...parts, body });

/** Sends what is required alone, and holds the response against the document. */
export async function sendRequired(
  server: ContractServer,
  operation: DocumentedOperation,
  options?: ContractOptions,
): Promise<void> {
  const { confluent, method, prepare, violations } = contractClient(server, operation, options);
  await callResource(confluent, method, prepare(smallestCall(operation)));
  expect(violations()).toEqual([]);
}

/**
 * Sends every parameter and each variant of a body, by resource and by path, and holds the responses against the document.
 *
 * @returns how many requests were sent
 */
export async function sendAll(server: ContractServer, operation: DocumentedOperation): Promise<number> {
  const calls = fullCalls(operation);
  for (const call of calls) {
    const byResource = contractClient(server, operation);
    const parts = byResource.prepare(call);
    await callResource(byResource.confluent, byResource.method, parts);
    expect(byResource.violations(), text(parts)).toEqual([]);

    const byPath = contractClient(server, operation);
    const { error } = await callPath(byPath.confluent, operation, byPath.prepare(call));
    expect(byPath.violations(), text(parts)).toEqual([]);
    expect(error, text(parts)).toBeUndefined();
  }
  return calls.length * 2;
}
