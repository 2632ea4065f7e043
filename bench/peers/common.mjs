/** What every contender sends: the same credentials for the same environment. */
export const KEY = "ABCDEFGHIJKLMNOP";
export const SECRET = "cflt-secret";
export const AUTHORIZATION = `Basic ${btoa(`${KEY}:${SECRET}`)}`;
export const ENVIRONMENT = "env-00000";

/** The loop that a user writes around a client that does not page; `page` is what the client makes of a query. */
export const LOOP = `
export async function* listAll(environment) {
  for (let token = ""; token !== null; ) {
    const query = { environment, page_size: 100, ...(token && { page_token: token }) };
    const { data, metadata } = await page(query);
    yield* data;
    token = metadata.next ? new URL(metadata.next).searchParams.get("page_token") : null;
  }
}`;

/** The file that the bench generated for a peer. */
export function generated(file) {
  return new URL(file, process.env.BENCH_GENERATED).href;
}
