import { readFileSync } from "node:fs";
import { parse } from "yaml";

interface Document {
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, object> }>>;
}

const document = parse(readFileSync("openapi/pim-v1.yaml", "utf8")) as Document;

/** Every operation of the document with every status that it declares. */
export const declaredAnswers: { operationId: string; status: number }[] = Object.values(document.paths)
  .flatMap((path) => Object.values(path))
  .flatMap(({ operationId, responses }) =>
    Object.keys(responses).map((status) => ({ operationId, status: Number(status) })),
  );
