/**
 * Sends requests for Confluent Cloud to the mock server in MOCK_URL, so that the README's snippets run unchanged.
 */
const { fetch } = globalThis;

globalThis.fetch = async (input, init) => {
  if (!(input instanceof Request) || !input.url.startsWith("https://api.confluent.cloud/"))
    return fetch(input, init);
  const url = new URL(input.url);
  const request = new Request(`${process.env.MOCK_URL}${url.pathname}${url.search}`, input);
  return fetch(request, init);
};
