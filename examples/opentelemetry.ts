/**
 * Traces with OpenTelemetry: a span for each request that is sent, retries and token requests included, and its context in
 * the `traceparent` header. Pass your tracer: `fetch: traced(trace.getTracer("billing-sync"))`.
 */
import type { Fetch } from "confluent-cloud-sdk";

/** The part of OpenTelemetry's `Tracer` that is used here. The SDK does not depend on OpenTelemetry. */
interface Tracer {
  startActiveSpan<T>(
    name: string,
    options: { kind: number; attributes: Attributes },
    run: (span: Span) => T,
  ): T;
}
interface Span {
  setAttribute(name: string, value: string | number): unknown;
  setStatus(status: { code: number; message?: string }): unknown;
  recordException(exception: Error): unknown;
  spanContext(): { traceId: string; spanId: string; traceFlags: number };
  end(): void;
}
type Attributes = Record<string, string>;

/** OpenTelemetry's `SpanKind.CLIENT` and `SpanStatusCode.ERROR`. */
const CLIENT = 2;
const ERROR = 2;

/** A `fetch` that makes a span for each request. The names of the attributes are those of the HTTP semantic conventions. */
export function traced(tracer: Tracer, next: Fetch = fetch): Fetch {
  return (request, init) => {
    const { host, pathname } = new URL(request.url);
    const attributes = {
      "http.request.method": request.method,
      "server.address": host,
      "url.path": pathname,
    };
    return tracer.startActiveSpan(request.method, { kind: CLIENT, attributes }, async (span) => {
      const { traceId, spanId, traceFlags } = span.spanContext();
      request.headers.set(
        "traceparent",
        `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, "0")}`,
      );
      try {
        const response = await next(request, init);
        span.setAttribute("http.response.status_code", response.status);
        const requestId = response.headers.get("x-request-id");
        if (requestId) span.setAttribute("confluent.request_id", requestId);
        if (!response.ok) span.setStatus({ code: ERROR });
        return response;
      } catch (error) {
        if (error instanceof Error) span.recordException(error);
        span.setStatus({ code: ERROR, message: String(error) });
        throw error;
      } finally {
        span.end();
      }
    });
  };
}
