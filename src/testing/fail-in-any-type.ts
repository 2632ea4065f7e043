import type { Mock } from "./end-lists.js";

/**
 * Wraps Prism's mock so that a failure that a request asks for comes in whatever media type the document has. Prism holds it
 * against `Accept`, and responds with a success when there is none that fits. Servers send their failure all the same, as
 * Kafka's REST API does with its HTML pages.
 */
export function failInAnyType(mock: Mock): Mock {
  return (call) => {
    const { input, config } = call;
    if (config.code === undefined || config.code < 400) return mock(call);
    // Without `Accept`, Prism prefers JSON.
    const headers = Object.entries(input.data.headers ?? {}).filter(
      ([name]) => name.toLowerCase() !== "accept",
    );
    return mock({
      ...call,
      input: { ...input, data: { ...input.data, headers: Object.fromEntries(headers) } },
    });
  };
}
