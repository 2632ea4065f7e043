import { describe, expect, test } from "vitest";
import { ResponseFormatError } from "../../../src/index.js";
import { rejection } from "../../support/rejection.js";
import { connect } from "./support/client.js";
import { startCloud } from "./support/cloud.js";
import { startClock } from "./support/clock.js";

describe("a token without a valid lifetime is assumed to be valid for a minute", () => {
  test.each([
    ["no `expires_in`", undefined],
    ["null", null],
    ["a word", "soon"],
    ["an empty string", ""],
    ["zero", 0],
    ["less than zero", -900],
    ["an object", {}],
  ])("%s", async (_, expiresIn) => {
    const clock = startClock();
    const cloud = await startCloud();
    cloud.reply = (reply) => ({ ...reply, expires_in: expiresIn });
    const { call } = connect(cloud, clock);

    expect(await call()).toBe(1);
    clock.advance(29_000);
    expect(await call()).toBe(1);
    clock.advance(1_000);
    expect(await call()).toBe(2);
  });
});

test("a lifetime may be a number in quotes", async () => {
  const clock = startClock();
  const cloud = await startCloud();
  cloud.reply = (reply) => ({ ...reply, expires_in: "900" });
  const { call } = connect(cloud, clock);
  await call();
  clock.advance(700_000);
  expect(await call()).toBe(1);
});

test("the lifetime in the response counts, not the requested one", async () => {
  const clock = startClock();
  const cloud = await startCloud();
  cloud.reply = (reply) => ({ ...reply, expires_in: 100 });
  const { call } = connect(cloud, clock, { sts: { expiresInSeconds: 900 } });
  await call();
  clock.advance(80_000);
  expect(await call()).toBe(2);
});

describe("a successful response without an access token is a ResponseFormatError", () => {
  test.each([
    ["HTML", "<html>", "text/html"],
    ["nothing", undefined, "application/json"],
    ["null", null, "application/json"],
    ["an array", [], "application/json"],
    ["a string", '"eyJhbGciOiJub25lIn0.e30."', "application/json"],
    ["an object without it", { token_type: "Bearer" }, "application/json"],
    ["an empty token", { access_token: "" }, "application/json"],
    ["a token that is none", { access_token: "two words" }, "application/json"],
    ["a number", { access_token: 42 }, "application/json"],
  ])("%s", async (_, body, type) => {
    const clock = startClock();
    const cloud = await startCloud();
    cloud.tokenFaults.push({ status: 200, headers: { "Content-Type": type }, body });
    const { call } = connect(cloud, clock);

    const error = await rejection(call(), ResponseFormatError);
    expect(error.message).toBe(
      `200 without a JSON body that contains \`access_token\`, but ${type}, for the token exchange (exchangeStsV1OauthToken)`,
    );
    expect(error.attempts).toMatchObject([{ status: 200 }]);
    expect(await call()).toBe(1);
  });
});
