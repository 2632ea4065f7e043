import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Starts the service; `requests` tells how many came since it was last asked. */
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
      const [answer] = await once(service, "message");
      return answer.requests;
    },
    stop: () => service.disconnect(),
  };
}
