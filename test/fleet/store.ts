import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

const SERVERS = ["/usr/bin/valkey-server", "/usr/bin/redis-server"];

/** A Valkey or Redis server. */
export interface Store {
  readonly port: number;
  /** Ends the server at once, and resolves when it is gone. */
  readonly stop: () => Promise<void>;
}

/** Starts a server on a free port that keeps nothing, until the end of the test. */
export async function startStore(): Promise<Store> {
  const executable = SERVERS.find((file) => existsSync(file));
  if (!executable) throw new Error("There is no Valkey or Redis: node test/fleet/install.mjs");
  const port = await freePort();
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const server = spawn(executable, args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(server, "exit");
  const stop = async (): Promise<void> => {
    server.kill("SIGKILL");
    await ended;
  };
  onTestFinished(stop);
  await new Promise<void>((resolve, reject) => {
    let output = "";
    server.stdout.on("data", (chunk: Buffer) => {
      output += String(chunk);
      if (/ready to accept connections/i.test(output)) resolve();
    });
    server.once("error", reject);
    server.once("exit", () => reject(new Error(`${executable} has ended:\n${output}`)));
  });
  return { port, stop };
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
