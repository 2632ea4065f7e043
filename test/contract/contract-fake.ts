import { exampleValue } from "../../src/testing/document/example-value.js";
import { successOf } from "../../src/testing/fake/success.js";
import { createFakeConfluent, type FakeConfluent, type OperationId } from "../../src/testing/index.js";
import { omit } from "../../src/util/omit.js";
import type { CallParts } from "./calls.js";
import { checkResponse } from "./check-response.js";
import { deleteFor } from "./delete-for.js";
import { documentedAs, type DocumentedOperation } from "./document.js";
import { fittingParts, seedFor } from "./seed-for.js";
import { putTogether, takeApart } from "./wire-request.js";

interface ListBody {
  readonly metadata?: { readonly next?: string };
  readonly meta?: { readonly pagination?: { readonly next_page_token?: string } };
}

export type Alter = (request: Request) => Request | Promise<Request>;

/** A fake for the calls of one operation. */
export interface ContractFake {
  readonly fake: FakeConfluent;
  readonly responses: Response[];
  /** What is wrong with the responses, by their document. */
  readonly violations: () => readonly string[];
  /** The call as the fake takes it. The fake then has what the call is for, and what it is for once it is altered. */
  readonly prepare: (parts: CallParts) => CallParts;
  readonly fetch: (request: Request, init?: RequestInit) => Promise<Response>;
}

export interface ContractFakeOptions {
  /** What becomes of a request on its way to the fake. */
  readonly alter?: Alter | undefined;
  /** What becomes of a response on its way back. */
  readonly spoil?: ((response: Response) => Promise<Response>) | undefined;
}

/** A fake that gives the status that a request asks for by `Prefer`, as Prism does; its responses are checked. */
export function contractFake(
  operation: DocumentedOperation,
  { alter, spoil }: ContractFakeOptions = {},
): ContractFake {
  const fake = createFakeConfluent();
  const id = operation.operationId as OperationId;
  const responses: Response[] = [];
  const violations: string[] = [];
  const usual = successOf(documentedAs(operation)).status;
  let prepared: CallParts | undefined;
  return {
    fake,
    responses,
    violations: () => violations,
    prepare: (parts) => {
      const fitting = fittingParts(operation, parts);
      seedFor(fake, operation, fitting);
      prepared = fitting;
      return fitting;
    },
    fetch: async (request, init) => {
      const sent = alter ? await altered(request, alter) : await withOwnToken(request);
      if (!alter) await deleteFor(fake, operation, sent);
      const [, code] = /code=(\d+)/.exec(request.headers.get("prefer") ?? "") ?? [];
      const status = Number(code ?? 0);
      if (status >= 400) fake.fail(status, { operation: id });
      else if (status >= 200 && status !== usual)
        fake.on(id, () => ({ status, body: bodyFor(operation, status) }) as never);
      const own = await fake.fetch(sent, init);
      const response = spoil ? await spoil(own) : own;
      responses.push(response.clone());
      violations.push(...(await checkResponse(operation, response)));
      return response;
    },
  };

  async function altered(request: Request, change: Alter): Promise<Request> {
    const sent = await change(request);
    if (!prepared) return sent;
    const parts = await takeApart(sent, operation.path);
    const fitting = { ...parts, ...fittingParts(operation, parts) };
    fake.reset();
    seedFor(fake, operation, fitting);
    return putTogether(sent, operation.path, fitting);
  }

  /** A token is opaque: in the place of an example, there is one that the fake itself gave. */
  async function withOwnToken(request: Request): Promise<Request> {
    const example = prepared?.query["page_token"];
    const asked = new URL(request.url).searchParams.get("page_token");
    if (asked === null || asked !== example) return request;
    const parts = await takeApart(request, operation.path);
    // Some filters leave one item, and a list of one has no other page.
    const filters = operation.parameters.filter(({ required }) => required !== true);
    const first = {
      ...omit(
        parts.query,
        filters.map(({ name }) => name),
      ),
      page_size: 1,
    };
    const page = await fake.fetch(putTogether(request, operation.path, { ...parts, query: first }));
    const { metadata, meta } = (await page.json()) as ListBody;
    const token =
      meta?.pagination?.next_page_token ??
      new URLSearchParams(metadata?.next?.split("?")[1]).get("page_token");
    // What is no list of resources has no other page, and takes any token.
    if (token === null) return request;
    const query = { ...parts.query, page_token: token };
    return putTogether(request, operation.path, { ...parts, query });
  }
}

function bodyFor({ responses }: DocumentedOperation, status: number): unknown {
  const [content] = Object.values(responses[status]?.content ?? {});
  return content && exampleValue(content, "response");
}
