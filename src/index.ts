export * from "./core.js";
export { createClient, type ClientOptions, type ConfluentClient } from "./client/create-client.js";
export * from "./generated/index.js";
