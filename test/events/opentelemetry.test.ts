import { SpanKind, SpanStatusCode } from "@opentelemetry/api";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { expect, test } from "vitest";
import { traced } from "../../examples/opentelemetry.js";
import { connect } from "../support/client.js";
import { environment, integration } from "../support/integrations.js";
import { serve } from "../support/server.js";

test("the OpenTelemetry example creates a span for each attempt, and propagates its context", async () => {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const server = await serve([
    { status: 503, headers: { "Retry-After": "0", "X-Request-Id": "r-1" } },
    { body: integration() },
  ]);
  const fetch = traced(provider.getTracer("test"));
  const confluent = connect(server, { fetch, retry: { maxRetries: 1 } });

  await confluent.pim.v1.integrations.get("cspi-12345", { environment });

  const spans = exporter.getFinishedSpans();
  expect(spans.map(({ name, kind, status }) => ({ name, kind, code: status.code }))).toEqual([
    { name: "GET", kind: SpanKind.CLIENT, code: SpanStatusCode.ERROR },
    { name: "GET", kind: SpanKind.CLIENT, code: SpanStatusCode.UNSET },
  ]);
  expect(spans.map(({ attributes }) => attributes["http.response.status_code"])).toEqual([503, 200]);
  expect(spans[0]?.attributes["confluent.request_id"]).toBe("r-1");
  expect(server.requests.map(({ headers }) => headers["traceparent"])).toEqual(
    spans.map((span) => `00-${span.spanContext().traceId}-${span.spanContext().spanId}-01`),
  );
});
