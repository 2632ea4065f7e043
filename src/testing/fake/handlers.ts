import type { FakeOperations } from "./fake-operations.js";

/** The id of an operation that the package knows. */
export type OperationId = keyof FakeOperations;

type Place<Operation, Name extends string> = Operation extends {
  parameters: Readonly<Partial<Record<Name, infer Value>>>;
}
  ? [NonNullable<Value>] extends [never]
    ? object
    : NonNullable<Value>
  : object;

type ContentOf<Holder> = Holder extends { declared: infer Content } ? Content[keyof Content] : undefined;

/** A request for an operation, as a handler gets it. */
export interface HandledRequest<Operation> {
  /** The path parameters. */
  readonly params: Place<Operation, "path">;
  /** The query parameters, of the types that the document has for them. */
  readonly query: Place<Operation, "query">;
  readonly headers: Headers;
  /** The body, parsed; undefined where there is none. */
  readonly body: Operation extends { requestBody: infer Body } ? ContentOf<Body> : undefined;
}

/** What a handler responds with: a status that the document declares, and its body. */
export type HandledResponse<Operation> = Operation extends { responses: infer Responses }
  ? { [Status in keyof Responses]: ResponseWith<Status, ContentOf<Responses[Status]>> }[keyof Responses]
  : never;

interface ResponseBase<Status> {
  status: Status extends number ? Status : number;
  headers?: Readonly<Record<string, string>>;
}

type ResponseWith<Status, Body> = [Body] extends [undefined]
  ? ResponseBase<Status> & { body?: undefined }
  : ResponseBase<Status> & { body: Body };

/** Responds to an operation by hand. Without a response, the fake responds as it does without the handler. */
export type FakeHandler<Operation> = (
  request: HandledRequest<Operation>,
) => HandledResponse<Operation> | undefined | Promise<HandledResponse<Operation> | undefined>;

/** A response of a handler, whose type is not known any more. */
export interface AnyResponse {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
