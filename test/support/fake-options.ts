import { apiKey, type ServiceClientOptions } from "../../src/index.js";
import type { FakeConfluent } from "../../src/testing/index.js";

/** The options of a client that asks a fake. */
export function optionsFor({ fetch }: FakeConfluent): ServiceClientOptions & { readonly baseUrl: string } {
  return {
    baseUrl: "https://services.example.com",
    fetch,
    auth: apiKey({ key: "key", secret: "secret" }),
    retry: false,
  };
}
