import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { parse } from "yaml";
import { linkReferences } from "./link-references.js";

/** A schema, with what its references point at in their place. */
export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly readOnly?: boolean;
  readonly enum?: readonly unknown[];
  readonly "x-extensible-enum"?: readonly unknown[];
  readonly example?: unknown;
  readonly default?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly maxProperties?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly discriminator?: {
    readonly propertyName: string;
    readonly mapping?: Readonly<Record<string, string>>;
  };
}

interface WithExamples {
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

export interface Parameter extends WithExamples {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: Schema;
}

export type Content = Readonly<Record<string, WithExamples>>;

export interface RequestBody {
  readonly required?: boolean;
  readonly content: Content;
}

export interface DeclaredResponse {
  readonly headers?: Readonly<Record<string, object>>;
  readonly content?: Content;
}

interface OperationObject {
  readonly operationId: string;
  readonly security?: readonly object[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: RequestBody;
  readonly responses: Readonly<Record<string, DeclaredResponse>>;
}

interface Document {
  readonly security?: readonly object[];
  readonly "x-base-url"?: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: {
    readonly securitySchemes?: Readonly<Record<string, { readonly type: string; readonly scheme?: string }>>;
  };
}

/** An operation as its document has it. */
export interface DocumentedOperation {
  readonly operationId: string;
  /** The document's name, such as `pim-v1`. */
  readonly document: string;
  /** Whether the service is one of `createClient()`. Others have hosts of their own, and need `createClientFor`. */
  readonly isBundled: boolean;
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body?: RequestBody | undefined;
  /** By status; `5XX` and `default` stand for several. */
  readonly responses: Readonly<Record<string, DeclaredResponse>>;
  /** The security schemes that open it, by name, and what each sends. None when it is open to everybody. */
  readonly schemes: Readonly<Record<string, "basic" | "bearer">>;
}

/** Every operation of every document in `openapi/`. */
export const operations: readonly DocumentedOperation[] = readdirSync("openapi")
  .filter((file) => file.endsWith(".yaml"))
  .flatMap((file) => {
    const document = linkReferences(parse(readFileSync(`openapi/${file}`, "utf8"))) as Document;
    return Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]): DocumentedOperation => {
        const { operationId, parameters = [], requestBody, responses } = operation;
        return {
          operationId,
          document: basename(file, ".yaml"),
          isBundled: document["x-base-url"] === undefined,
          method: method.toUpperCase(),
          path,
          parameters,
          body: requestBody,
          responses,
          schemes: schemesOf(operation.security ?? document.security ?? [], document),
        };
      }),
    );
  });

/** The names of the documents. */
export const documents: ReadonlySet<string> = new Set(operations.map(({ document }) => document));

/** The values that a document gives as examples. */
export function examplesOf({ example, examples = {} }: WithExamples): readonly unknown[] {
  return [...(example === undefined ? [] : [example]), ...Object.values(examples).map(({ value }) => value)];
}

function schemesOf(
  security: readonly object[],
  { components: { securitySchemes = {} } }: Document,
): DocumentedOperation["schemes"] {
  const names = security.flatMap((alternative) => Object.keys(alternative));
  return Object.fromEntries(
    names.map((name) => {
      const scheme = securitySchemes[name];
      if (scheme?.type === "oauth2") return [name, "bearer"];
      if (scheme?.type === "http" && scheme.scheme === "basic") return [name, "basic"];
      throw new Error(`No credentials are known for the security scheme ${name}`);
    }),
  );
}
