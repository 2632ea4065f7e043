import { createFakeConfluent } from "../../src/testing/index.js";
import { checkRecording } from "../../src/testing/contract.js";

/** Values that are held against one schema, as a body of a request by the fake, or of a response by the contract check. */

export type Schemas = Readonly<Record<string, unknown>>;

const PATH = "/shop/v1/tools";

function documentOf(
  operation: object,
  schemas: Schemas,
  openapi: string,
): { readonly name: string; readonly text: string } {
  const text = JSON.stringify({ openapi, paths: { [PATH]: operation }, components: { schemas } });
  return { name: "shop.json", text };
}

function contentOf(schema: unknown): object {
  return { "application/json": { schema } };
}

/** The status of the fake's response to a value, and its text if it is a refusal. */
export async function sent(
  schema: unknown,
  value: unknown,
  { schemas = {}, openapi = "3.1.0" }: { readonly schemas?: Schemas; readonly openapi?: string } = {},
): Promise<string> {
  const responses = { 200: { description: "OK.", content: contentOf(schema) } };
  const document = documentOf(
    { post: { requestBody: { content: contentOf(schema) }, responses } },
    schemas,
    openapi,
  );
  const fake = createFakeConfluent({ documents: [document] });
  const response = await fake.fetch(`https://shop.example${PATH}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(value),
  });
  const text = await response.text();
  return response.ok ? String(response.status) : `${response.status} ${text}`;
}

/** What the contract check says of a value. */
export function drifts(
  schema: unknown,
  value: unknown,
  { schemas = {}, openapi = "3.1.0" }: { readonly schemas?: Schemas; readonly openapi?: string } = {},
): readonly string[] {
  const responses = { 200: { description: "OK.", content: contentOf(schema) } };
  const entry = {
    request: { method: "GET", url: `https://shop.example${PATH}` },
    response: {
      status: 200,
      headers: [{ name: "content-type", value: "application/json" }],
      content: { text: JSON.stringify(value) },
    },
  };
  const har = { name: "a.har", text: JSON.stringify({ log: { entries: [entry] } }) };
  const report = checkRecording([documentOf({ get: { responses } }, schemas, openapi)], har);
  return report.drifts.map(({ kind, place }) => `${kind} at ${place.replace("response 200 > ", "")}`);
}

/** What the fake makes up for a schema. */
export async function answered(
  schema: unknown,
  { schemas = {}, openapi = "3.1.0" }: { readonly schemas?: Schemas; readonly openapi?: string } = {},
): Promise<unknown> {
  const responses = { 200: { description: "OK.", content: contentOf(schema) } };
  const fake = createFakeConfluent({
    documents: [documentOf({ get: { responses } }, schemas, openapi)],
  });
  const response = await fake.fetch(`https://shop.example${PATH}`);
  return response.json();
}
