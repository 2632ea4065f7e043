import { describe, expect, test } from "vitest";
import { ApiError } from "../../src/index.js";
import { connect } from "../support/client.js";
import { environment } from "../support/integrations.js";
import { rejection } from "../support/rejection.js";
import type { CompleteResponse } from "../support/respond.js";
import { serve } from "../support/server.js";

async function errorFor(scripted: CompleteResponse): Promise<ApiError> {
  const server = await serve({ status: 400, ...scripted });
  return rejection(connect(server).pim.v1.integrations.get("cspi-12345", { environment }), ApiError);
}

describe("an error body of any format is read", () => {
  const shapes: [string, unknown, unknown[]][] = [
    [
      "of the document, with every field",
      {
        errors: [
          { id: "e", status: "400", code: "c", title: "t", detail: "d", source: { parameter: "page_size" } },
        ],
      },
      [{ id: "e", status: "400", code: "c", title: "t", detail: "d", source: { parameter: "page_size" } }],
    ],
    [
      "with status and detail only",
      { errors: [{ status: "400", detail: "d" }] },
      [{ status: "400", detail: "d" }],
    ],
    [
      "with several errors",
      { errors: [{ detail: "a" }, { detail: "b" }] },
      [{ detail: "a" }, { detail: "b" }],
    ],
    ["with a resolution", { errors: [{ detail: "d", resolution: "r" }] }, [{ detail: "d", resolution: "r" }]],
    ["with a message for a detail", { errors: [{ message: "m" }] }, [{ detail: "m" }]],
    [
      "with error_code and message in an error",
      { errors: [{ error_code: 40001, message: null, detail: "d" }] },
      [{ code: "40001", detail: "d" }],
    ],
    ["with error_code and message", { error_code: 404, message: "m" }, [{ code: "404", detail: "m" }]],
    [
      "with one error",
      { error: { code: "c", message: "m", status: 404 } },
      [{ status: "404", code: "c", detail: "m" }],
    ],
    [
      "of a gateway",
      { status: 404, error: { code: 4040, message: "m", details: [] }, requestId: "r", doc_url: "u" },
      [{ status: "404", code: "4040", detail: "m" }],
    ],
    [
      "of OAuth",
      { error: "invalid_request", error_description: "d" },
      [{ code: "invalid_request", detail: "d" }],
    ],
    ["with a message only", { message: "m" }, [{ detail: "m" }]],
    ["with strings for errors", { errors: ["a", "b"] }, [{ detail: "a" }, { detail: "b" }]],
    ["with no errors", { errors: [] }, []],
    ["with errors that tell nothing", { errors: [{}, null, 42, { detail: "" }] }, []],
    ["with empty strings", { errors: [{ code: "", title: "", detail: "d" }] }, [{ detail: "d" }]],
    ["with a source of neither kind", { errors: [{ detail: "d", source: {} }] }, [{ detail: "d" }]],
    ["of another shape", { fault: { faultstring: "f" } }, []],
    ["that is a list", [{ detail: "d" }], []],
    ["that is null", null, []],
    ["that is a number", 42, []],
    ["that is text", "upstream connect error\r\nreset reason", [{ detail: "upstream connect error" }]],
    ["that is long text", "x".repeat(10_000), [{ detail: "x".repeat(500) }]],
    ["that is HTML", "\n <!doctype html><h1>Bad gateway</h1>", []],
    ["that is white space", " \n ", []],
    ["that is empty", "", []],
    ["that is not there", undefined, []],
  ];

  test.each(shapes)("%s", async (_, body, expected) => {
    expect((await errorFor({ body })).errors).toEqual(expected);
  });
});

describe("the request id", () => {
  test.each([
    ["of the header is preferred", { "X-Request-Id": "header" }, { requestId: "body" }, "header"],
    ["may be in the body", {}, { requestId: "body" }, "body"],
    ["may be in the body under the other spelling", {}, { request_id: "body" }, "body"],
    ["is that of the body when the header is empty", { "X-Request-Id": "" }, { requestId: "body" }, "body"],
  ])("%s", async (_, headers, ids, expected) => {
    const body = { ...ids, error: { message: "m" } };
    const error = await errorFor({ headers, body });
    expect(error.requestId).toBe(expected);
    expect(error.message).toContain(`request id ${expected}`);
  });
});
