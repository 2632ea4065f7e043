import { overLonger } from "./consumer.mjs";
import { OURS } from "./peers.mjs";

/* The results as one picture: a panel for each measurement, a bar for each client, the shorter the better. */

const PANEL = { width: 460, gap: 40, margin: 30, header: 58, row: 24, bar: 14, names: 204, values: 66 };
const HEADER = 92;
/** A bar that would leave the others no room ends in an arrow here, so many times the SDK's. */
const LONGEST = 4;

export function plot({ calls, listing, consumer, import: imports, bundle, types }) {
  const pick = (object, value) => Object.entries(object).map(([name, entry]) => [name, value(entry)]);
  const panels = [
    panel(
      "Cost of a call in memory",
      "added to bare fetch, in bursts",
      addedBy(calls.memory),
      (value) => `${value.toFixed(0)} µs`,
    ),
    panel(
      "Cost of a call on loopback",
      "added to bare fetch, in bursts, from another process",
      addedBy(calls.loopback),
      (value) => `${value.toFixed(0)} µs`,
    ),
    panel(
      "Import",
      "in a fresh process of Node",
      pick(imports, (time) => Math.max(time, 0)),
      (value) => `${value.toFixed(1)} ms`,
    ),
    panel(
      "Bundle",
      "“list all integrations”, min + gzip",
      pick(bundle, ({ gzip }) => gzip / 1000),
      (value) => `${value.toFixed(1)} kB`,
    ),
    panel(
      `Listing ${listing.items.toLocaleString("en")} items`,
      "requests that it takes",
      pick(listing.runs, ({ requests }) => requests).map(([name, value]) => [shortLister(name), value]),
      (value) => value.toLocaleString("en"),
      Infinity,
    ),
    panel(
      "Listing while the consumer works",
      "time, of the longer of network and consumer",
      pick(consumer, overLonger),
      (value) => `${value.toFixed(2)} ×`,
    ),
    panel(
      `Time for these ${listing.items.toLocaleString("en")} items`,
      "on loopback, where a request is cheapest",
      pick(listing.runs, ({ ms }) => ms / 1000).map(([name, value]) => [shortLister(name), value]),
      (value) => `${value.toFixed(2)} s`,
      Infinity,
    ),
    panel(
      "Type check",
      "tsc on a program that lists and gets",
      pick(types, ({ seconds }) => seconds),
      (value) => `${value.toFixed(2)} s`,
      Infinity,
    ),
  ];
  return page(panels);
}

function addedBy(times) {
  return Object.keys(times)
    .filter((name) => name !== "fetch")
    .map((name) => [name, times[name].burst.added]);
}

function shortLister(name) {
  return name.includes("100") ? "openapi-fetch, pages of 100" : name.split(",")[0];
}

function panel(title, subtitle, bars, format, longest = LONGEST) {
  const { width, header, row, bar, names, values } = PANEL;
  const sorted = bars.toSorted(([, one], [, other]) => one - other);
  const ours = Math.max(...sorted.filter(([name]) => isOurs(name)).map(([, value]) => value));
  const scale = Math.min(sorted.at(-1)[1], ours * longest);
  const room = width - names - values;
  const lines = sorted.map(([name, value], index) => {
    const y = header + index * row;
    const length = Math.max((Math.min(value, scale) / scale) * room, 1);
    const kind = isOurs(name) ? "ours" : "peer";
    const tip = value > scale ? ` l${bar / 2} ${bar / 2} l${-bar / 2} ${bar / 2}` : ` v${bar}`;
    const shape = `M${names} ${y} h${length.toFixed(1)}${tip} H${names} Z`;
    const end = names + length + (value > scale ? bar / 2 : 0) + 6;
    return [
      `<text class="name ${kind}" x="${names - 8}" y="${y + bar - 2}">${escape(name.replace(" alone", ""))}</text>`,
      `<path class="bar ${kind}" d="${shape}"/>`,
      `<text class="value ${kind}" x="${end.toFixed(1)}" y="${y + bar - 2}">${escape(format(value))}</text>`,
    ].join("");
  });
  const head = `<text class="title" x="0" y="18">${escape(title)}</text><text class="note" x="0" y="38">${escape(subtitle)}</text>`;
  return { height: header + sorted.length * row, content: [head, ...lines].join("\n") };
}

function isOurs(name) {
  return name.startsWith(OURS);
}

function page(panels) {
  const { width, gap, margin } = PANEL;
  let y = HEADER;
  const placed = [];
  for (let index = 0; index < panels.length; index += 2) {
    const pair = panels.slice(index, index + 2);
    pair.forEach(({ content }, column) => {
      placed.push(`<g transform="translate(${margin + column * (width + gap)} ${y})">\n${content}\n</g>`);
    });
    y += Math.max(...pair.map(({ height }) => height)) + gap;
  }
  const total = 2 * (width + margin) + gap;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${total} ${y}" width="${total}" height="${y}" role="img" aria-labelledby="title description">
<title id="title">confluent-cloud-sdk beside its peers</title>
<desc id="description">Bars for each client, one panel a measurement; the tables in README.md have the same figures.</desc>
<style>
  svg { font-family: system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; }
  .paper { fill: #ffffff; }
  text { fill: #1f2328; }
  .heading { font-size: 22px; font-weight: 600; }
  .title { font-size: 16px; font-weight: 600; }
  .note { font-size: 13px; fill: #59636e; }
  .name, .value { font-size: 12.5px; }
  .name { text-anchor: end; }
  .ours { font-weight: 600; }
  .bar.peer { fill: #a9b4c0; }
  .bar.ours { fill: #1f6feb; }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #0d1117; }
    text { fill: #e6edf3; }
    .note { fill: #9198a1; }
    .bar.peer { fill: #4b5563; }
    .bar.ours { fill: #58a6ff; }
  }
</style>
<rect class="paper" width="100%" height="100%"/>
<text class="heading" x="${margin}" y="42">confluent-cloud-sdk beside its peers</text>
<text class="note" x="${margin}" y="64">Shorter is better. An arrow: more than ${LONGEST} times the SDK's. Everything of the SDK is on; the peers are as they come.</text>
${placed.join("\n")}
</svg>
`;
}

function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
