import { beforeEach, expect, test } from "vitest";
import { createFakeConfluent } from "../../../src/testing/index.js";

const fake = createFakeConfluent();
const ORIGIN = "https://api.confluent.cloud";

beforeEach(() => fake.reset());

async function post(path: string, body: string): Promise<{ status: number; text: string }> {
  const response = await fake.fetch(ORIGIN + path, {
    method: "POST",
    body,
    headers: { authorization: "Basic a2V5OnNlY3JldA==", "content-type": "application/json" },
  });
  return { status: response.status, text: await response.text() };
}

test("half a surrogate pair is refused, and the member is named, a key or not", async () => {
  const topic = await post("/kafka/v3/clusters/lkc-1/topics", '{"topic_name":"\\ud800"}');
  expect(topic.status).toBe(400);
  expect(topic.text).toContain("`body.topic_name` has half a surrogate pair");
  const config = '{"topic_name":"t","configs":[{"name":"n","value":"a\\udc00"}]}';
  expect((await post("/kafka/v3/clusters/lkc-1/topics", config)).text).toContain("`body.configs.0.value`");
  const name = await post("/org/v2/environments", '{"display_name":"x","\\udbff":1}');
  expect(name.status).toBe(400);
  expect((await post("/org/v2/environments", '{"display_name":"\\ud83d\\ude00"}')).status).toBe(201);
  expect(() => fake.assertDone()).toThrow("half a surrogate pair");
});

test.each([
  ["objects", '{"display_name":', "1", "}"],
  ["unknown objects", '{"a":', "1", "}"],
  ["arrays", "[", "", "]"],
])("20,000 nested %s are refused", async (_, open, middle, close) => {
  const body = open.repeat(20_000) + middle + close.repeat(20_000);
  const { status, text } = await post("/org/v2/environments", body);
  expect(status).toBe(400);
  expect(text).toContain("`body` is nested too deeply.");
  expect(fake.requests[0]?.body).toBe("[not recorded: the body is nested too deeply]");
});

test("a body that is not JSON is refused", async () => {
  const { status, text } = await post("/org/v2/environments", "{");
  expect(status).toBe(400);
  expect(text).toContain("`body` is not JSON.");
});
