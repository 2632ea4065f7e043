import { beforeAll, describe, expect, it } from "vitest";
import { documentOf, generateFrom, type Generated } from "../fixtures.js";
import { createTypeChecker } from "../type-checker.js";

/** An operation for each kind of success: `GET /case/v1/NAME`, unless the name says another method. */
const CASES = {
  task: "200: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } } }",
  "task-or-nothing":
    "200: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } } }, 204: { description: none }",
  nullable:
    "200: { description: ok, content: { application/json: { schema: { nullable: true, allOf: [{ $ref: '#/components/schemas/Task' }] } } } }",
  nothing: "204: { description: none, content: { application/json: { schema: { type: object } } } }",
  fallback:
    "default: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } } }",
  range:
    "2xx: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } } }",
  mixed:
    "200: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } } }, 206: { description: part, content: { text/plain: { schema: { type: string } } } }",
  beside:
    "200: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Task' } }, text/csv: { schema: { type: string } } } }",
  notations:
    "200: { description: ok, content: { application/xml: { schema: { $ref: '#/components/schemas/Task' } }, text/plain: { schema: { $ref: '#/components/schemas/Task' } }, application/json: { schema: { $ref: '#/components/schemas/Task' } } } }",
  registry:
    "200: { description: ok, content: { application/vnd.schemaregistry.v1+json: { schema: { $ref: '#/components/schemas/Task' } }, 'application/json; qs=0.5': { schema: { $ref: '#/components/schemas/Task' } } } }",
  picture: "200: { $ref: '#/components/responses/Picture' }",
  lines:
    "200: { description: ok, content: { application/x-ndjson: { schema: { $ref: '#/components/schemas/Task' } } } }",
  sequence:
    "200: { description: ok, content: { application/json-seq: { schema: { type: array, items: { $ref: '#/components/schemas/Task' } } } } }",
  items:
    "200: { description: ok, content: { application/json: { itemSchema: { $ref: '#/components/schemas/Task' } } } }",
  events: "200: { description: ok, content: { text/event-stream: { schema: { type: string } } } }",
  "json-events":
    "200: { description: ok, content: { text/event-stream: { schema: { $ref: '#/components/schemas/Task' } } } }",
  "item-events":
    "200: { description: ok, content: { text/event-stream: { itemSchema: { type: object, required: [event, data], properties: { event: { type: string, enum: [made] }, data: { $ref: '#/components/schemas/Task' } } } } } }",
  streamed:
    "200: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Task' } }, text/event-stream: { schema: { $ref: '#/components/schemas/Task' } } } }",
} as const;

const TYPES: Readonly<Record<keyof typeof CASES, string>> = {
  task: "Task",
  "task-or-nothing": "Task | undefined",
  nullable: "Task | null",
  nothing: "undefined",
  fallback: "Task",
  range: "Task",
  mixed: "Task | string",
  beside: "Task | string",
  notations: "Task",
  registry: "Task",
  picture: "Blob",
  lines: "AsyncIterable<Task>",
  sequence: "AsyncIterable<Task>",
  items: "AsyncIterable<Task>",
  events: "AsyncIterable<ServerSentEvent>",
  "json-events": "AsyncIterable<ServerSentEvent<Task>>",
  "item-events": 'AsyncIterable<{ event: "made"; data: Task }>',
  streamed: "Task | AsyncIterable<ServerSentEvent<Task>>",
};

const TABLES: Readonly<Record<keyof typeof CASES, string>> = {
  task: "",
  "task-or-nothing": 'successes: { "200": ["application/json"], "204": [] }',
  nullable: "nullable: true",
  nothing: 'successes: { "204": [] }',
  fallback: "",
  range: "",
  mixed:
    'accept: "application/json, text/plain;q=0.9", successes: { "200": ["application/json"], "206": ["text/plain"] }',
  beside:
    'accept: "application/json, text/csv;q=0.9", successes: { "200": ["application/json", "text/csv"] }',
  notations: "",
  registry: "",
  picture: 'accept: "image/png, application/json;q=0.8", successes: { "200": ["image/png"] }',
  lines:
    'accept: "application/x-ndjson, application/json;q=0.8", successes: { "200": ["application/x-ndjson"] }, streams: { "application/x-ndjson": readJsonStream }',
  sequence:
    'accept: "application/json-seq, application/json;q=0.8", successes: { "200": ["application/json-seq"] }, streams: { "application/json-seq": readJsonStream }',
  items: 'successes: { "200": ["application/json"] }, streams: { "application/json": readJsonStream }',
  events:
    'accept: "text/event-stream, application/json;q=0.8", successes: { "200": ["text/event-stream"] }, streams: { "text/event-stream": readEventStream }',
  "json-events":
    'accept: "text/event-stream, application/json;q=0.8", successes: { "200": ["text/event-stream"] }, streams: { "text/event-stream": readJsonEventStream }',
  "item-events":
    'accept: "text/event-stream, application/json;q=0.8", successes: { "200": ["text/event-stream"] }, streams: { "text/event-stream": readJsonEventStream }',
  streamed:
    'accept: "application/json, text/event-stream;q=0.9", successes: { "200": ["application/json", "text/event-stream"] }, streams: { "text/event-stream": readJsonEventStream }',
};

const names = Object.keys(CASES) as (keyof typeof CASES)[];
const camelCase = (name: string): string => name.replace(/-./g, (part) => part.slice(1).toUpperCase());
let generated: Generated;
let text: string;

beforeAll(async () => {
  const paths = names.map(
    (name) =>
      `\n  /case/v1/${name}: { get: { operationId: get_${camelCase(name)}, responses: { ${CASES[name]} } } }`,
  );
  const head = `
  /case/v1/task-or-nothing/{id}:
    head: { operationId: checkTask, parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { ${CASES.task} } }`;
  const { name, text: document } = documentOf({
    paths: paths.join("") + head,
    schemas: "\n    Task: { type: object, required: [t], properties: { t: { type: string } } }",
  });
  const responses =
    "  responses:\n    Picture: { description: ok, content: { image/png: { schema: { type: string, format: binary } } } }\n";
  generated = await generateFrom({ name, text: document + responses });
  text = generated.files.get("case-v1.ts") ?? "";
});

describe("What a success is", () => {
  it("has one type on resources and paths", () => {
    const lines = names.map((name) => {
      const resource = `Awaited<ReturnType<CaseV1["${camelCase(name)}"]["get"]>>`;
      const path = `NonNullable<Awaited<ReturnType<typeof ${camelCase(name)}>>>["data"]`;
      const isVoid = TYPES[name] === "undefined";
      return `
export const ${camelCase(name)} = async () => {
  const result = await client.GET("/case/v1/${name}");
  return result.error === undefined ? { data: result.data } : undefined;
};
export const ${camelCase(name)}Resource: Same<${resource}, ${isVoid ? "void" : TYPES[name]}> = true;
export const ${camelCase(name)}Path: Same<${path}, ${TYPES[name]}> = true;`;
    });
    const code = `
import type { ServerSentEvent, TypedPathClient } from "../core.js";
import type { CaseV1, Task, paths } from "./case-v1.js";
declare const client: TypedPathClient<paths>;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
export const unused: ServerSentEvent | undefined = undefined;
export const head: Same<Awaited<ReturnType<CaseV1["taskOrNothing"]["check"]>>, void> = true;
${lines.join("\n")}`;
    const checker = createTypeChecker(generated.files);
    expect(checker.errorsInFiles()).toEqual([]);
    expect(checker.errorsIn(code)).toEqual([]);
    expect(checker.errorsIn(`${code}\nexport const wrong: Same<Task, Task | null> = true;`)).toHaveLength(1);
  });

  it.each(names)("is in the table: %s", (name) => {
    const flat = text.replace(/\s+/g, " ").replaceAll(", }", " }").replaceAll(", ]", " ]");
    const [, after = ""] = flat.split(`path: "/case/v1/${name}"`);
    const [entry = ""] = after.split(/id: "|path: "/);
    expect(entry.replace(/^, /, "").slice(0, TABLES[name].length)).toBe(TABLES[name]);
    expect(entry).toMatch(TABLES[name] === "" ? /^[ },\w:{]*$/ : /^,/);
  });

  it("is nothing of a HEAD, whatever the document says", () => {
    expect(text.replace(/\s+/g, " ")).toContain(
      'path: "/case/v1/task-or-nothing/{id}", successes: { "200": [] }',
    );
  });

  it("imports the readers of its streams, and no others", async () => {
    expect(text).toContain(
      'import { readEventStream, readJsonEventStream, readJsonStream } from "../codecs.js";',
    );
    const plain = await generateFrom(
      documentOf({ paths: `\n  /a/v1/b: { get: { responses: { ${CASES.nothing} } } }` }),
    );
    expect([...plain.files.values()].join("")).not.toContain("codecs");
  });

  it("is shown in the example of a call", () => {
    expect(text).toContain("for await (const task of await confluent.case.v1.lines.get()) {");
    expect(text).toContain("for await (const event of await confluent.case.v1.events.get()) {");
  });

  it("is reported where the document says otherwise", () => {
    const reasons = generated.fixes.map(({ reason }) => reason);
    expect(reasons).toContain("has no body, since HTTP knows none for a 204");
    expect(reasons).toContain("has no body, since HTTP knows none for a HEAD");
    expect(reasons).toContain("is the success as well, since no other is declared");
    expect(reasons.filter((reason) => reason === "is left out, since JSON says the same")).toHaveLength(2);
  });
});
