/** Lists with one peer, in this process, and prints what it took as JSON. */
import { loadPeer } from "./peers.mjs";

const [name, method, baseUrl, heapAfter] = process.argv.slice(2);
const client = (await loadPeer(name)).connect({ baseUrl });
const heap = {};
let items = 0;
const begin = performance.now();
for await (const item of client[method]()) {
  if (!item.id) throw new Error(`${name} gave an item without an id`);
  items++;
  if (items === Number(heapAfter)) heap.first = heapUsed();
}
const ms = performance.now() - begin;
if (heap.first) heap.last = heapUsed();
const memory = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ items, ms, memory, heap }));

function heapUsed() {
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
