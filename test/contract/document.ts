import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { parse } from "yaml";

interface ResponseObject {
  headers?: Record<string, object>;
  content?: object;
}

interface Document {
  security: object[];
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        security?: object[];
        responses: Record<string, ResponseObject | { $ref: string }>;
      }
    >
  >;
  components: { responses: Record<string, ResponseObject> };
}

/** An operation, and one of the responses that it declares. */
export interface DeclaredResponse {
  readonly operationId: string;
  /** The document's name, such as `pim-v1`. */
  readonly document: string;
  /** False when the operation is open to everybody. */
  readonly secured: boolean;
  readonly status: number;
  /** The names of the headers. */
  readonly headers: readonly string[];
  readonly hasBody: boolean;
}

/** Every operation of every document in `openapi/` with every status that it declares. */
export const declaredResponses: readonly DeclaredResponse[] = readdirSync("openapi")
  .filter((file) => file.endsWith(".yaml"))
  .flatMap((file) => {
    const document = parse(readFileSync(`openapi/${file}`, "utf8")) as Document;
    return Object.values(document.paths)
      .flatMap((path) => Object.values(path))
      .flatMap(({ operationId, security = document.security, responses }) =>
        Object.entries(responses).map(([status, response]) => {
          const { headers = {}, content } = resolve(response, document);
          return {
            operationId,
            document: basename(file, ".yaml"),
            secured: security.length > 0,
            status: Number(status),
            headers: Object.keys(headers),
            hasBody: content !== undefined,
          };
        }),
      );
  });

/** One response of each operation that requires credentials. */
export const securedOperations = declaredResponses.filter(({ secured, status }) => secured && status === 401);

function resolve(response: ResponseObject | { $ref: string }, { components }: Document): ResponseObject {
  if (!("$ref" in response)) return response;
  return components.responses[response.$ref.replace("#/components/responses/", "")] ?? {};
}
