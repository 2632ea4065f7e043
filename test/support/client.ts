import { apiKey, createClient, type ClientOptions, type ConfluentClient } from "../../src/index.js";
import { api } from "./api.js";
import type { TestServer } from "./server.js";

export type TestClient = ConfluentClient<typeof api>;

export const key = "ABCDEFGHIJKLMNOP";
export const secret = "cflt0123456789secretsecretsecret";

/** A client for a test server: with a Cloud API key and one attempt a call, unless the options say otherwise. */
export function connect(
  { url }: Pick<TestServer, "url">,
  options: ClientOptions<typeof api> = {},
): TestClient {
  return createClient({ api, baseUrl: url, auth: apiKey({ key, secret }), retry: false, ...options });
}
