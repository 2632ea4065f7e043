import { atPath, HOURS, LIST, type PlantedDrift } from "./plant.js";

export const STATUSES: readonly PlantedDrift[] = [
  atPath(
    "/shop/v1/hours",
    {
      kind: "operation-missing",
      place: "response 404",
      pointer: HOURS,
      message: "the service responds with 404, as it does not know the operation",
    },
    () => ({ status: 404, body: {} }),
  ),
  atPath(
    "/shop/v1/hours",
    {
      kind: "success-undocumented",
      place: "response 202",
      pointer: `${HOURS}/responses`,
      message: "the status 202 is a success, and is not documented",
    },
    () => ({ status: 202 }),
  ),
  atPath(
    "/shop/v1/hours",
    {
      kind: "redirect-undocumented",
      place: "response 302",
      pointer: `${HOURS}/responses`,
      message: "the status 302 is a redirect, and is not documented",
    },
    () => ({ status: 302, headers: { Location: "https://elsewhere.example/hours" } }),
  ),
  atPath(
    "/shop/v1/hours",
    {
      kind: "failure-undocumented",
      place: "response 403",
      pointer: `${HOURS}/responses`,
      message: "the status 403 is a failure, and is not documented",
    },
    () => ({ status: 403, body: {} }),
  ),
  atPath(
    "/shop/v1/hours",
    {
      kind: "deprecation-undocumented",
      place: "response 200 > header Sunset",
      pointer: HOURS,
      message:
        "the header Sunset announces the end of the operation, which is not deprecated in the document",
    },
    (response) => ({ ...response, headers: { Sunset: "Sat, 31 Dec 2033 23:59:59 GMT" } }),
  ),
  atPath(
    "/shop/v1/hours",
    {
      kind: "credentials-undocumented",
      place: "response 401",
      pointer: HOURS,
      message: "the service wants credentials, and the document says that none are needed",
    },
    () => ({ status: 401 }),
  ),
];

export const HEADERS: readonly PlantedDrift[] = [
  atPath(
    "/shop/v1/tools/tool-1a",
    {
      kind: "header-missing",
      place: "response 200 > header X-Request-Id",
      pointer: "/components/headers/RequestId",
      message: "the header X-Request-Id is missing, and is required",
    },
    ({ body }) => ({ body }),
  ),
  atPath(
    "/shop/v1/tools",
    {
      kind: "header-never-sent",
      place: "response 200 > header X-RateLimit-Remaining",
      pointer: `${LIST}/responses/200/headers/X-RateLimit-Remaining`,
      message: "no response has the header X-RateLimit-Remaining",
    },
    ({ body }) => ({ body, headers: { "X-Request-Id": "r-1" } }),
  ),
  atPath(
    "/shop/v1/tools",
    {
      kind: "header-invalid",
      place: "response 200 > header X-RateLimit-Remaining",
      pointer: `${LIST}/responses/200/headers/X-RateLimit-Remaining/schema`,
      message: "the header X-RateLimit-Remaining must be integer",
    },
    ({ body }) => ({ body, headers: { "X-Request-Id": "r-1", "X-RateLimit-Remaining": "many" } }),
  ),
  atPath(
    "/shop/v1/hours",
    {
      kind: "header-undocumented",
      place: "response 200 > header retry-after",
      pointer: `${HOURS}/responses/200/headers`,
      message: "the header retry-after is not documented",
    },
    (response) => ({ ...response, headers: { "Retry-After": "3" } }),
  ),
];
