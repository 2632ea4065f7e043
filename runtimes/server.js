import { serve } from "../test/support/server.js";

const PAGE = 2;
const PATH = "/pim/v1/integrations";

/** CORS headers: without them, a page of another origin cannot send credentials or read the response. */
const CORS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, POST, DELETE",
  "Access-Control-Allow-Headers": "authorization, content-type",
  "Access-Control-Expose-Headers": "x-request-id, retry-after",
};

/**
 * Starts a small Confluent Cloud that stores integrations while a test runs, and `elsewhere`, a server of another origin to
 * which it redirects.
 */
export async function startConfluent() {
  const elsewhere = await serve({ headers: CORS, body: { id: "elsewhere" } });
  const kept = new Map(["cspi-1", "cspi-2", "cspi-3", "cspi-4", "cspi-5"].map((id) => [id, { id }]));
  let wasBusy = false;

  const server = await serve((request) => {
    if (request.method === "OPTIONS") return { status: 204, headers: CORS };
    const response = respondTo(request);
    return response && { ...response, headers: { ...CORS, ...response.headers } };
  });
  return { ...server, elsewhere };

  function respondTo({ method, url, query, headers, body }) {
    const path = url.split("?", 1)[0];
    if (path === "/sts/v1/oauth2/token") return exchange(new URLSearchParams(body));
    if (
      headers.authorization !== `Basic ${btoa("key:secret")}` &&
      headers.authorization !== "Bearer exchanged"
    )
      return failure(401, "the credentials are wrong");
    if (path === "/org/v2/environments") return redirectTo(308, elsewhere.url + path);
    if (path === PATH && method === "POST") return { status: 201, body: keep(JSON.parse(body)) };
    if (query.get("environment") !== "env-00000") return failure(400, "the environment is wrong");
    if (path === PATH) return page(query);

    const id = path.slice(PATH.length + 1);
    if (id === "cspi-silent") return undefined;
    if (id === "cspi-moved") return redirectTo(307, url.replace(id, "cspi-1"));
    if (id === "cspi-elsewhere") return redirectTo(302, elsewhere.url + url);
    if (id === "cspi-busy") {
      if (wasBusy) return { body: { id } };
      wasBusy = true;
      return { status: 429, headers: { "Retry-After": "0" } };
    }
    if (!kept.has(id)) return failure(404, `there is no ${id}`);
    if (method !== "DELETE") return { body: kept.get(id) };
    kept.delete(id);
    return { status: 204 };
  }

  function keep(integration) {
    const id = `cspi-${kept.size + 1}`;
    kept.set(id, { ...integration, id });
    return kept.get(id);
  }

  function page(query) {
    const start = Number(query.get("page_token") ?? 0);
    const end = start + PAGE;
    const next = `https://api.confluent.cloud${PATH}?page_token=${end}`;
    const data = [...kept.values()].slice(start, end);
    return { body: { data, metadata: end < kept.size ? { next } : {} } };
  }
}

function exchange(form) {
  const isRight =
    form.get("grant_type") === "urn:ietf:params:oauth:grant-type:token-exchange" &&
    form.get("subject_token") === "header.payload.signature" &&
    form.get("identity_pool_id") === "pool-12345";
  if (!isRight) return { status: 400, body: { error: "invalid_request", error_description: String(form) } };
  return { body: { access_token: "exchanged", token_type: "Bearer", expires_in: 900 } };
}

function redirectTo(status, location) {
  return { status, headers: { Location: location } };
}

function failure(status, detail) {
  const errors = [{ status: String(status), detail }];
  return { status, headers: { "X-Request-Id": "request-1" }, body: { errors } };
}
