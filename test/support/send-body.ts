import { expect } from "vitest";
import { bearerToken, createClient, type Operation } from "../../src/index.js";
import { serve, type ReceivedRequest } from "./server.js";

export const FORM = "application/x-www-form-urlencoded";
export const MULTIPART = "multipart/form-data";

type Body = Pick<Operation, "body" | "scalarBody" | "nullBody" | "optionalBody">;
export interface BodyClient {
  POST: (path: string, init: object) => Promise<object>;
  thing: { create: (body: unknown, options?: object) => Promise<void> };
}

/**
 * The request that a resource call sends, with `B` for the boundary of a form; a path call must send the same.
 */
export async function sendBody(
  body: Body,
  value: unknown,
  headers?: object,
): Promise<ReceivedRequest | undefined> {
  const server = await serve({ status: 204 });
  const create = {
    id: "createThing",
    method: "POST",
    path: "/things",
    successes: { 204: [] },
    ...body,
  } as const;
  const api = { operations: { thing: { create } } };
  const client = createClient({
    api,
    baseUrl: server.url,
    auth: bearerToken("token"),
  }) as unknown as BodyClient;
  await client.thing.create(value, { headers });
  await client.POST("/things", { body: value, headers });
  const [resource, path] = server.requests.map((request) => {
    const type = request.headers["content-type"] ?? "";
    const [, boundary = ""] = type.split("boundary=");
    const anonymous = (text: string): string => (boundary === "" ? text : text.replaceAll(boundary, "B"));
    return { ...request, type: anonymous(type), body: anonymous(request.body) };
  });
  expect(path?.body).toBe(resource?.body);
  expect(path?.type).toBe(resource?.type);
  return resource && { ...resource, headers: { ...resource.headers, "content-type": resource.type } };
}

/** The media type and the body of that request. */
export async function sentBody(
  body: Body,
  value: unknown,
  headers?: object,
): Promise<readonly [string | undefined, string | undefined]> {
  const request = await sendBody(body, value, headers);
  return [request?.headers["content-type"], request?.body];
}
