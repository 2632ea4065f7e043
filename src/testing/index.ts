export { startMockServer, type MockServerOptions } from "./mock-server.js";
export type { MockServer } from "./prism.js";
export { ContractViolationError, failOnViolations, type ContractViolation } from "./fail-on-violations.js";
