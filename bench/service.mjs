/**
 * The service that is called on loopback, in a process of its own: `/<items>/…` is a list of so many items, and `/slow/…` one
 * of `SLOW_PAGES` pages that take `SLOW_MS` each. It pages as Confluent does, 10 items unless the query asks for up to 100,
 * and under `in-shape-of` as the peers expect that page by themselves.
 */
import { Buffer } from "node:buffer";
import { createServer } from "node:http";
import { SLOW_MS, SLOW_PAGES } from "./slow.mjs";

const DEFAULT_PAGE = 10;
const MAX_PAGE = 100;
let requests = 0;

const server = createServer((request, response) => {
  requests++;
  const url = new URL(request.url, `http://${request.headers.host}`);
  const [, prefix, ...path] = url.pathname.split("/");
  const slow = prefix === "slow";
  const body = respond(url, slow ? undefined : Number(prefix), path.join("/"));
  const send = () => {
    response.writeHead(200, {
      "Content-Type": "application/json",
      "Content-Length": Buffer.byteLength(body),
    });
    response.end(body);
  };
  if (slow) setTimeout(send, SLOW_MS);
  else send();
});

function respond(url, total, path) {
  const query = url.searchParams;
  if (path === "in-shape-of/openai") {
    const { items, next } = page(query.get("limit"), query.get("after")?.slice("cspi-".length), total, 1);
    return `{"object":"list","data":[${items}],"has_more":${next !== undefined}}`;
  }
  if (path === "in-shape-of/cloudflare") {
    const { items, next } = page(query.get("per_page"), query.get("cursor"), total);
    const cursor = next === undefined ? "" : `,"cursor":"${next}"`;
    return `{"success":true,"errors":[],"messages":[],"result":[${items}],"result_info":{"count":${items.length}${cursor}}}`;
  }
  if (path !== "pim/v1/integrations") return item(path.slice("pim/v1/integrations/cspi-".length));
  const { items, next } = page(query.get("page_size"), query.get("page_token"), total);
  if (next !== undefined) query.set("page_token", next);
  const metadata = next === undefined ? "{}" : JSON.stringify({ next: url.href });
  return `{"api_version":"pim/v1","kind":"IntegrationList","metadata":${metadata},"data":[${items}]}`;
}

/** A page that begins at a token, or so many items after it; what comes after it begins at `next`. */
function page(size, token, total, after = 0) {
  const length = Math.min(Number(size) || DEFAULT_PAGE, MAX_PAGE);
  const begin = token ? Number(token) + after : 0;
  const end = Math.min(begin + length, total ?? SLOW_PAGES * length);
  const items = Array.from({ length: end - begin }, (_, index) => item(begin + index));
  return { items, next: end < (total ?? SLOW_PAGES * length) ? end : undefined };
}

function item(id) {
  return `{"api_version":"pim/v1","kind":"Integration","id":"cspi-${id}","display_name":"s3_provider_integration","provider":"AWS","config":{"kind":"AwsIntegrationConfig","iam_role_arn":"arn:aws:iam::000000000000:role/confluent-${id}","external_id":"95bbeb2a-9d1a-4b7b-8a3c-1a2b3c4d5e6f","customer_iam_role_arn":"arn:aws:iam::111111111111:role/customer-${id}"},"usages":[],"environment":{"id":"env-00000","related":"https://api.confluent.cloud/v2/environments/env-00000"}}`;
}

process.on("message", () => {
  process.send({ requests });
  requests = 0;
});
process.on("disconnect", () => process.exit());
server.listen(0, "127.0.0.1", () => process.send({ url: `http://127.0.0.1:${server.address().port}` }));
