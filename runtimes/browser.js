import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { serve } from "../test/support/server.js";
import { CHROMIUM } from "./chromium-path.js";

const TYPES = { html: "text/html", js: "text/javascript", mjs: "text/javascript" };

/** Everything that would reach for the internet is off; playwright gives each start a profile of its own. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function startChromium() {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** The result of the page's own `run(...args)`; the page and its modules are files of a project, served as they are. */
export async function runInPage(browser, project, name, ...args) {
  const { url } = await serve(async (request) => {
    const path = request.url.slice(1);
    const body = await readFile(join(project, path), "utf8").catch(() => undefined);
    if (body === undefined) return { status: 404, body: `there is no ${path}` };
    return { headers: { "Content-Type": TYPES[path.split(".").at(-1)] }, body };
  });
  const page = await browser.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error));
  await page.goto(`${url}/${name}`);
  if (faults.length > 0) throw faults[0];
  try {
    return await page.evaluate((given) => globalThis.run(...given), args);
  } finally {
    await page.close();
  }
}
