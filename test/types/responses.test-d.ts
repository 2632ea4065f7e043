import type { Client } from "openapi-fetch";
import {
  readEventStream,
  readJsonStream,
  type JsonContent,
  type PathItem,
  type PathOperation,
  type ServerSentEvent,
  type TypedPathClient,
} from "confluent-cloud-sdk";
import { describe, expectTypeOf, test } from "vitest";

interface Task {
  readonly name: "a" | "b" | (string & {});
}
interface Failure {
  readonly reason: string;
}

interface paths {
  "/task-or-nothing": PathItem<{
    get: PathOperation<object, { 200: JsonContent<Task>; 204: never; 404: JsonContent<Failure> }>;
  }>;
  "/nullable": PathItem<{ get: PathOperation<object, { 200: JsonContent<Task | null> }> }>;
  "/nothing": PathItem<{ delete: PathOperation<object, { 204: never }> }>;
  "/fallback": PathItem<{
    get: PathOperation<object, { "2XX": JsonContent<Task>; default: JsonContent<Task> }>;
  }>;
  "/failures": PathItem<{ get: PathOperation<object, { 404: JsonContent<Failure> }> }>;
  "/mixed": PathItem<{
    get: PathOperation<
      object,
      { 200: { "application/json": Task; "text/csv": string }; 206: { "image/png": Blob } }
    >;
  }>;
  "/lines": PathItem<{
    get: PathOperation<object, { 200: { "application/x-ndjson": AsyncIterable<Task> } }>;
  }>;
}

declare const client: TypedPathClient<paths>;
declare const plain: Client<paths>;
declare const body: ReadableStream<Uint8Array>;

describe("the data of a success is", () => {
  test("undefined where one of the successes has no body", async () => {
    const result = await client.GET("/task-or-nothing");
    if (!result.error) expectTypeOf(result.data).toEqualTypeOf<Task | undefined>();
    const deleted = await client.DELETE("/nothing");
    expectTypeOf(deleted.data).toEqualTypeOf<undefined>();
    const failed = await client.GET("/failures");
    expectTypeOf(failed.data).toEqualTypeOf<undefined>();
  });

  test("null where the schema allows it", async () => {
    const { data } = await client.GET("/nullable");
    expectTypeOf(data).toEqualTypeOf<Task | null>();
  });

  test("that of a range, and of any other status", async () => {
    const { data, error } = await client.GET("/fallback");
    expectTypeOf(data).toEqualTypeOf<Task | undefined>();
    expectTypeOf(error).toEqualTypeOf<Task | undefined>();
  });

  test("of any declared media type", async () => {
    const { data } = await client.GET("/mixed");
    expectTypeOf(data).toEqualTypeOf<Task | string | Blob>();
  });

  test("an iterable of the items of a stream", async () => {
    const { data } = await client.GET("/lines");
    expectTypeOf(data).toEqualTypeOf<AsyncIterable<Task>>();
  });

  test("the same for openapi-fetch, with open enums as strings", async () => {
    expectTypeOf(client).toExtend<Client<paths>>();
    const { data } = await plain.GET("/fallback");
    expectTypeOf(data?.name).toEqualTypeOf<string | undefined>();
  });
});

test("the readers of streams give typed items", () => {
  expectTypeOf(readJsonStream<Task>(body)).toExtend<AsyncIterable<Task>>();
  expectTypeOf(readJsonStream(body)).toExtend<AsyncIterable<unknown>>();
  expectTypeOf(readEventStream(body)).toExtend<AsyncIterable<ServerSentEvent>>();
  // @ts-expect-error -- a response is not its body
  void readJsonStream(new Response());
});
