export { startMockServer, type MockServerOptions } from "./mock-server.js";
export type { MockServer } from "./prism.js";
