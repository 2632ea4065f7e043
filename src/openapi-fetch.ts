/*
 * `confluent-cloud-sdk/openapi-fetch`: everything that openapi-fetch exports, with this package's pipeline beneath
 * `createClient`. It has a default export because openapi-fetch has one.
 */
export * from "openapi-fetch";
export { createClient as default, createPathBasedClient, type DropInClient } from "./client/drop-in.js";
export type { ClientOptions } from "./client/drop-in-options.js";
