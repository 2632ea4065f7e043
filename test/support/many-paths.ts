/**
 * The types of an API of many collections, as `npm run generate` writes them: two paths and five operations each, with
 * types of their own.
 */
export function manyPaths(collections: number): string {
  const numbers = Array.from({ length: collections }, (_, index) => index);
  return `import type { Api, CallOptions, Declared, Paginated, UnknownKind } from "confluent-cloud-sdk";

export interface Failure { errors: { id?: string; status?: string; detail?: string }[] }
interface Headers { "X-Request-Id"?: string; [name: string]: unknown }
interface Returned<Body> extends Declared<{ "application/json": Body }> { headers: Headers }
interface Empty { headers: Headers; content?: never }
interface Failures { 400: Returned<Failure>; 401: Returned<Failure>; 404: Returned<Failure>; 429: Empty }
interface Metadata { self: string; created_at?: string }
${numbers.map(collection).join("")}
export interface paths {${numbers.map(pathsOf).join("")}}

export interface Resources {${numbers.map((one) => `\n  readonly svc${one}: { readonly v1: { readonly things: Things${one} } };`).join("")}
}

export declare const api: Api<paths, Resources>;
`;
}

function collection(one: number): string {
  return `
export interface Aws${one} { kind: "Aws${one}"; role: string; regions: ("us-east-${one}" | (string & {}))[] }
export interface Gcp${one} { kind: "Gcp${one}"; account: string; labels?: Record<string, string> }
export interface Unknown${one} { kind: UnknownKind; [name: string]: unknown }
export interface Thing${one} {
  id: string;
  metadata: Metadata;
  display_name${one}: string;
  provider: "AWS" | "GCP" | (string & {});
  config: Aws${one} | Gcp${one} | Unknown${one};
}
export interface Thing${one}Create { display_name${one}: string; provider: "AWS" | "GCP" | (string & {}); config: Aws${one} | Gcp${one} }
export interface Thing${one}Update { display_name${one}?: string; config?: Aws${one} | Gcp${one} }
export interface Thing${one}List { kind: "Thing${one}List"; metadata: { next?: string | null }; data: Thing${one}[] }
export interface List${one}Query { environment: string; provider?: "AWS" | "GCP" | (string & {}); page_size?: number; page_token?: string }
export interface Things${one} {
  list(query: List${one}Query, options?: CallOptions): Paginated<Thing${one}>;
  create(body: Thing${one}Create, options?: CallOptions): Promise<Thing${one}>;
  get(id: string, query: { environment: string }, options?: CallOptions): Promise<Thing${one}>;
  update(id: string, body: Thing${one}Update, options?: CallOptions): Promise<Thing${one}>;
  delete(id: string, query: { environment: string }, options?: CallOptions): Promise<void>;
}
`;
}

function pathsOf(one: number): string {
  const item = `parameters: { path: { id: string }; query: { environment: string } }`;
  return `
  "/svc-${one}/v1/things": {
    get: { parameters: { query: List${one}Query }; responses: { 200: Returned<Thing${one}List> } & Failures };
    post: { requestBody: Declared<{ "application/json": Thing${one}Create }>; responses: { 201: Returned<Thing${one}> } & Failures };
  };
  "/svc-${one}/v1/things/{id}": {
    get: { ${item}; responses: { 200: Returned<Thing${one}> } & Failures };
    patch: { parameters: { path: { id: string } }; requestBody: Declared<{ "application/json": Thing${one}Update }>; responses: { 200: Returned<Thing${one}> } & Failures };
    delete: { ${item}; responses: { 204: Empty } & Failures };
  };`;
}
