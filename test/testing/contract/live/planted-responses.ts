import { gzipSync } from "node:zlib";
import { omit } from "../../../../src/util/omit.js";
import type { Kind } from "../../../../src/testing/contract/kinds/kinds.js";
import type { LiveDrift, OpenResponse } from "./drift.js";

const GET = "/paths/~1pim~1v1~1integrations~1{id}/get";
const CONTENT = `${GET}/responses/200/content`;

/** A drift in the response with one integration. */
function inResponse(
  kind: Kind,
  place: string,
  pointer: string,
  message: string,
  change: (response: OpenResponse) => OpenResponse,
): LiveDrift {
  const operation = "getPimV1Integration";
  return { kind, document: "pim-v1.yaml", operation, place, pointer, message, change: () => change };
}

export const STATUSES: readonly LiveDrift[] = [
  inResponse(
    "operation-missing",
    "response 405",
    GET,
    "the service responds with 405, as it does not know the operation",
    () => ({ status: 405, headers: {}, body: undefined }),
  ),
  inResponse(
    "success-undocumented",
    "response 202",
    `${GET}/responses`,
    "the status 202 is a success, and is not documented",
    (response) => ({ ...response, status: 202 }),
  ),
  inResponse(
    "redirect-undocumented",
    "response 302",
    `${GET}/responses`,
    "the status 302 is a redirect, and is not documented",
    () => ({ status: 302, headers: { location: "https://elsewhere.example/" }, body: undefined }),
  ),
  inResponse(
    "failure-undocumented",
    "response 418",
    `${GET}/responses`,
    "the status 418 is a failure, and is not documented",
    (response) => ({ ...response, status: 418 }),
  ),
  inResponse(
    "deprecation-undocumented",
    "response 200 > header Sunset",
    GET,
    "the header Sunset announces the end of the operation, which is not deprecated in the document",
    (response) => withHeader(response, "sunset", "Sat, 31 Dec 2033 23:59:59 GMT"),
  ),
];

export const HEADERS: readonly LiveDrift[] = [
  inResponse(
    "header-never-sent",
    "response 200 > header X-Request-Id",
    "/components/headers/RequestId",
    "no response has the header X-Request-Id",
    ({ headers, ...response }) => ({ ...response, headers: omit(headers, ["x-request-id"]) }),
  ),
  inResponse(
    "header-invalid",
    "response 200 > header X-RateLimit-Limit",
    "/components/headers/RateLimitLimit/schema",
    "the header X-RateLimit-Limit must be integer",
    (response) => withHeader(response, "x-ratelimit-limit", "many"),
  ),
  inResponse(
    "header-undocumented",
    "response 200 > header retry-after",
    `${GET}/responses/200/headers`,
    "the header retry-after is not documented",
    (response) => withHeader(response, "retry-after", "3"),
  ),
];

export const BODIES: readonly LiveDrift[] = [
  inResponse(
    "body-missing",
    "response 200 > body",
    CONTENT,
    "there is no body, and one is documented",
    (response) => ({ ...response, body: undefined }),
  ),
  inResponse(
    "body-undocumented",
    "response 429 > body",
    "/components/responses/RateLimited/content",
    "there is a body, and none is documented",
    (response) => ({ ...withHeader(response, "retry-after", "0"), status: 429, body: { errors: [] } }),
  ),
  inResponse(
    "content-type-missing",
    "response 200 > body",
    CONTENT,
    "the body comes without Content-Type",
    ({ headers, ...response }) => ({ ...response, headers: omit(headers, ["content-type"]) }),
  ),
  inResponse(
    "content-type-undocumented",
    "response 200 > body",
    CONTENT,
    "the media type `text/plain` is not documented",
    (response) => withHeader(response, "content-type", "text/plain"),
  ),
  inResponse(
    "encoding-missing",
    "response 200 > body",
    CONTENT,
    "the body is compressed with gzip, and Content-Encoding does not say so",
    (response) => ({ ...response, body: gzipSync(JSON.stringify(response.body)) }),
  ),
  inResponse(
    "body-unreadable",
    "response 200 > body",
    CONTENT,
    "the body is said to be JSON, and is not",
    (response) => ({ ...response, body: "<p>It is here.</p>" }),
  ),
  inResponse(
    "body-endless",
    "response 200 > body",
    CONTENT,
    "the body has no end within 16 MiB",
    (response) => ({ ...response, body: "on and on ".repeat(1_700_000) }),
  ),
  inResponse(
    "body-nested",
    "response 200 > body",
    CONTENT,
    "the body is nested more than 500 levels deep, and was not looked at",
    (response) => ({ ...response, body: "[".repeat(200_000) + "]".repeat(200_000) }),
  ),
  inResponse(
    "body-truncated",
    "response 200 > body",
    CONTENT,
    "the body breaks off before its end",
    (response) => withHeader(withHeader(response, "content-length", "9999"), "connection", "close"),
  ),
  inResponse(
    "encoding-mismatch",
    "response 200 > body",
    CONTENT,
    "the body is not in the encoding that Content-Encoding names",
    (response) => withHeader(response, "content-encoding", "br"),
  ),
  inResponse(
    "failure-shape",
    "response 404 > body",
    "/components/schemas/Failure/required",
    "the body of the failure does not have the documented shape: a required member is missing",
    ({ headers }) => ({
      status: 404,
      headers: omit(headers, ["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"]),
      body: { error_code: 40401, message: "There is none." },
    }),
  ),
];

function withHeader(response: OpenResponse, name: string, value: string): OpenResponse {
  return { ...response, headers: { ...response.headers, [name]: value } };
}
