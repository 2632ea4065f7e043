/**
 * How long a server of tests keeps an idle connection, in milliseconds. Node's 5 s are little on a loaded machine: a client that
 * is late sends its next request while the server closes, and the request fails without a response.
 */
export const KEEP_ALIVE_MS = 60_000;
