import { createFakeConfluent } from "../../../src/testing/index.js";

/* Small documents of a user, and requests to fakes of them. */

export type Call = (
  method: string,
  path: string,
  body?: unknown,
) => Promise<{ status: number; body: unknown }>;

export const text = { type: "string" };
const member = (schema: object): object => ({ content: { "application/json": { schema } } });
export const with200 = (schema: object): object => ({ "200": { description: "It.", ...member(schema) } });
export const listOf = (schema: object): object => ({ type: "array", items: schema });
export const id = [{ name: "id", in: "path", required: true, schema: text }];
export const object = (properties: object, required: readonly string[] = []): object => ({
  type: "object",
  ...(required.length > 0 && { required }),
  properties: { id: { ...text, readOnly: true }, ...properties },
});
export const post = (operationId: string, sent: object, shown: object): object => ({
  operationId,
  requestBody: member(sent),
  responses: with200(shown),
});
/** The paths of a collection: listed, created and read. */
export const things = (thing: object): Record<string, Record<string, unknown>> => ({
  "/v1/things": {
    get: { operationId: "listThings", responses: with200(listOf(thing)) },
    post: post("createThing", thing, thing),
  },
  "/v1/things/{id}": {
    parameters: id,
    get: { operationId: "getThing", responses: { ...with200(thing), "404": { description: "None." } } },
  },
});

export function callsTo(paths: object, schemas: object = {}): Call {
  const document = { openapi: "3.0.3", info: { title: "Own", version: "1" }, paths, components: { schemas } };
  const fake = createFakeConfluent({ documents: [{ name: "own.json", text: JSON.stringify(document) }] });
  return async (method, path, body) => {
    const isFile = typeof body === "string";
    const response = await fake.fetch(`https://own.example.com${path}`, {
      method,
      ...(body !== undefined && {
        headers: { "content-type": isFile ? "application/pdf" : "application/json" },
        body: isFile ? body : JSON.stringify(body),
      }),
    });
    const sent = await response.text();
    return { status: response.status, body: sent === "" ? undefined : JSON.parse(sent) };
  };
}
