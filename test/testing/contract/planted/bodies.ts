import { atPath, HOURS, type PlantedDrift } from "./plant.js";

const FAILURE = "/components/responses/Failure/content";
const JSON_TYPE = { "Content-Type": "application/json" };
const CONTENT = `${HOURS}/responses/200/content`;

export const BODIES: readonly PlantedDrift[] = [
  atPath(
    "/shop/v1/hours",
    {
      kind: "body-undocumented",
      place: "response 423 > body",
      pointer: `${HOURS}/responses/423/content`,
      message: "there is a body, and none is documented",
    },
    () => ({ status: 423, body: { reason: "snow" } }),
  ),
  atPath(
    "/shop/v1/hours",
    {
      kind: "body-missing",
      place: "response 200 > body",
      pointer: CONTENT,
      message: "there is no body, and one is documented",
    },
    () => ({}),
  ),
  atPath(
    "/shop/v1/hours",
    {
      kind: "content-type-missing",
      place: "response 200 > body",
      pointer: CONTENT,
      message: "the body comes without Content-Type",
    },
    () => ({ body: '{"open":"always"}' }),
  ),
  atPath(
    "/shop/v1/hours",
    {
      kind: "content-type-undocumented",
      place: "response 200 > body",
      pointer: CONTENT,
      message: "the media type `text/plain` is not documented",
    },
    () => ({ body: "always", headers: { "Content-Type": "text/plain; charset=utf-8" } }),
  ),
  atPath(
    "/shop/v1/hours",
    {
      kind: "encoding-missing",
      place: "response 200 > body",
      pointer: CONTENT,
      message: "the body is compressed with gzip, and Content-Encoding does not say so",
    },
    () => ({ body: "\u001f\u008b\u0008", headers: { "Content-Type": "application/json" } }),
  ),
  atPath(
    "/shop/v1/hours",
    {
      kind: "body-unreadable",
      place: "response 200 > body",
      pointer: CONTENT,
      message: "the body is said to be JSON, and is not",
    },
    () => ({ body: "<p>always</p>", headers: { "Content-Type": "application/json" } }),
  ),
  atPath(
    "/shop/v1/hours",
    {
      kind: "body-endless",
      place: "response 200 > body",
      pointer: CONTENT,
      message: "the body has no end within 16 MiB",
    },
    () => ({ body: { open: "always ".repeat(2_500_000) } }),
  ),
  atPath(
    "/shop/v1/hours",
    {
      kind: "body-nested",
      place: "response 200 > body",
      pointer: CONTENT,
      message: "the body is nested more than 500 levels deep, and was not looked at",
    },
    () => ({ body: '{"open":'.repeat(200_000) + "1" + "}".repeat(200_000), headers: JSON_TYPE }),
  ),
  atPath(
    "/shop/v1/hours",
    {
      kind: "body-truncated",
      place: "response 200 > body",
      pointer: CONTENT,
      message: "the body breaks off before its end",
    },
    () => ({
      body: '{"open":"alw',
      headers: { ...JSON_TYPE, "Content-Length": "17", Connection: "close" },
    }),
  ),
  atPath(
    "/shop/v1/hours",
    {
      kind: "encoding-mismatch",
      place: "response 200 > body",
      pointer: CONTENT,
      message: "the body is not in the encoding that Content-Encoding names",
    },
    () => ({ body: '{"open":"always"}', headers: { ...JSON_TYPE, "Content-Encoding": "gzip" } }),
  ),
  atPath(
    "/shop/v1/tools/tool-1a",
    {
      kind: "failure-shape",
      place: "response 404 > body",
      pointer: `${FAILURE}/application~1json/schema`,
      message:
        "the body of the failure does not have the documented shape: it has none of the documented members",
    },
    () => ({ status: 404, body: { error_code: 40401, message: "Tool tool-1a not found." } }),
  ),
  atPath(
    "/shop/v1/tools/tool-1a",
    {
      kind: "failure-shape",
      place: "response 404 > body",
      pointer: FAILURE,
      message: "the body of the failure does not have the documented shape: it is `text/html`",
    },
    () => ({ status: 404, body: "<h1>Not found</h1>", headers: { "Content-Type": "text/html" } }),
  ),
];
