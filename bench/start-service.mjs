import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Starts the service; `requests` returns the number of requests since it was last called. */
export async function startService() {
  const service = fork(fileURLToPath(new URL("service.mjs", import.meta.url)));
  const [message] = await Promise.race([
    once(service, "message"),
    once(service, "exit").then(([code]) => {
      throw new Error(`The service of the bench did not start: exit code ${code}`);
    }),
  ]);
  return {
    url: message.url,
    async requests() {
      service.send("requests");
      const [reply] = await once(service, "message");
      return reply.requests;
    },
    stop: () => service.disconnect(),
  };
}
