import { mkdtemp, rm, symlink, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { ConfigurationError, tokenFile } from "../../../src/index.js";
import { rejection, thrown } from "../../support/rejection.js";
import { connect, type StsClient } from "./support/client.js";
import { startCloud, type Cloud } from "./support/cloud.js";
import type { ManualClock } from "../../support/clock.js";
import { startClock } from "./support/clock.js";

interface WithFile extends StsClient {
  readonly clock: ManualClock;
  readonly cloud: Cloud;
  readonly path: string;
}

async function clientWithFile(): Promise<WithFile> {
  const clock = startClock();
  const cloud = await startCloud();
  const folder = await mkdtemp(join(tmpdir(), "token-file-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "token");
  return { clock, cloud, path, ...connect(cloud, clock, { sts: { subjectToken: tokenFile(path) } }) };
}

test("the file is read for each exchange, so a rotated token is used", async () => {
  const { clock, cloud, path, call } = await clientWithFile();
  const [first, second] = [
    await cloud.identityProvider.issueToken(),
    await cloud.identityProvider.issueToken({ expiresInSeconds: 3600 }),
  ];
  await writeFile(path, first);
  expect(await call()).toBe(1);
  await writeFile(path, second);
  clock.advance(899_000);
  expect(await call()).toBe(2);
  expect(cloud.exchanges.map(({ subject_token }) => subject_token)).toEqual([first, second]);
});

test("a symbolic link is followed for each exchange, as Kubernetes rotates tokens", async () => {
  const { clock, cloud, path, call } = await clientWithFile();
  const tokens = [
    await cloud.identityProvider.issueToken(),
    await cloud.identityProvider.issueToken({ expiresInSeconds: 3600 }),
  ];
  for (const [index, token] of tokens.entries()) {
    await writeFile(`${path}-${index}`, token);
    await symlink(`${path}-${index}`, path);
    expect(await call()).toBe(index + 1);
    await unlink(path);
    clock.advance(899_000);
  }
  expect(cloud.exchanges.map(({ subject_token }) => subject_token)).toEqual(tokens);
});

test.each([
  ["a line break", "\n"],
  ["a line break of Windows", "\r\n"],
])("%s at the end does not count", async (_, end) => {
  const { cloud, path, call } = await clientWithFile();
  await writeFile(path, `${await cloud.identityProvider.issueToken()}${end}`);
  expect(await call()).toBe(1);
});

describe("a file without a token rejects the call, and the next call reads it again", () => {
  test("when there is none", async () => {
    const { cloud, path, call } = await clientWithFile();
    const { message } = await rejection(call(), ConfigurationError);
    expect(message).toBe(`tokenFile: "${path}" cannot be read: ENOENT`);
    await writeFile(path, await cloud.identityProvider.issueToken());
    expect(await call()).toBe(1);
  });

  test.each([
    ["empty", ""],
    ["empty but for a line break", "\n"],
  ])("when it is %s", async (_, content) => {
    const { cloud, path, call } = await clientWithFile();
    await writeFile(path, content);
    const { message } = await rejection(call(), ConfigurationError);
    expect(message).toBe(`tokenFile: "${path}" is empty`);
    expect(cloud.tokenRequests).toEqual([]);
    await writeFile(path, await cloud.identityProvider.issueToken());
    expect(await call()).toBe(1);
  });

  test("when it contains something else, which is not shown", async () => {
    const { path, call } = await clientWithFile();
    await writeFile(path, "first-hush\nsecond-hush\n");
    const { message } = await rejection(call(), ConfigurationError);
    expect(message).toContain("line break");
    expect(message).not.toContain("hush");
  });
});

test.each([
  ["nothing", undefined],
  ["an empty string", ""],
  ["a number", 3],
])("%s is no path", (_, path) => {
  const { message } = thrown(() => tokenFile(path as never), ConfigurationError);
  expect(message).toBe("tokenFile: `path` is missing");
});

test("a runtime without `process.getBuiltinModule` is an error at once", () => {
  vi.stubGlobal("process", undefined);
  onTestFinished(() => void vi.unstubAllGlobals());
  const { message } = thrown(() => tokenFile("/var/run/secrets/token"), ConfigurationError);
  vi.unstubAllGlobals();
  expect(message).toBe(
    "tokenFile: this runtime has no `process.getBuiltinModule`; it needs Node 20.16 or later",
  );
});

test.each([
  ["a large file", (path: string) => writeFile(path, "a".repeat(65_537))],
  ["a file without an end", (path: string) => symlink("/dev/zero", path)],
])("%s is refused", async (_, create) => {
  const { path, call } = await clientWithFile();
  await create(path);
  const { message } = await rejection(call(), ConfigurationError);
  expect(message).toBe(`tokenFile: "${path}" is no token: it has more than 65536 bytes`);
});
