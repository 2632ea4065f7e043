import { keyOf, MEASURES, TITLES, type Coverable } from "./measures.js";
import { countsOf, percentOf, type Count, type Counts } from "./summary.js";

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1d2433, #e6e9f0); --soft: light-dark(#667085, #98a2b3);
  --line: light-dark(#e4e7ec, #2b3344); --paper: light-dark(#fff, #141925); --ground: light-dark(#f6f7f9, #0d111a);
  --full: light-dark(#12805c, #34c996); --part: light-dark(#b7791f, #e0b252); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1 { font-size: 1.6rem; margin: 0; letter-spacing: -0.01em; }
h2 { font-size: 1.05rem; margin: 2.5rem 0 0.75rem; }
.lead, small { color: var(--soft); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 1rem; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 1rem 1.1rem; }
.card b { display: block; font-size: 1.5rem; font-variant-numeric: tabular-nums; }
table { width: 100%; border-collapse: collapse; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; }
th, td { padding: 0.5rem 0.8rem; text-align: left; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-weight: 600; color: var(--soft); } td { font-variant-numeric: tabular-nums; white-space: nowrap; }
.bar { display: block; height: 6px; min-width: 6rem; border-radius: 3px; background: var(--line); overflow: hidden; }
.bar i { display: block; height: 100%; background: var(--part); } .bar i.full { background: var(--full); }
details { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 0.6rem 1rem; margin: 0.5rem 0; }
summary { cursor: pointer; } ul { columns: 2 24rem; margin: 0.5rem 0; } li { overflow-wrap: anywhere; }
code { font: 12.5px ui-monospace, monospace; }`;

/** The report as a page: how much of each service is covered on each server, and what is not. */
export function pageOf(
  things: readonly Coverable[],
  coveredBy: ReadonlyMap<string, ReadonlySet<string>>,
  countsBy: ReadonlyMap<string, Counts>,
): string {
  const sections = [...coveredBy].map(([server, covered]) => {
    const counts = countsBy.get(server);
    return counts ? sectionOf(server, things, covered, counts) : "";
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Contract coverage</title>
<style>${STYLE}</style>
<main>
<h1>Contract coverage</h1>
<p class="lead">What the contract tests call, send and read of all that the documents in <code>openapi/</code> describe.</p>
${sections.join("\n")}
</main>
</html>
`;
}

function sectionOf(
  server: string,
  things: readonly Coverable[],
  covered: ReadonlySet<string>,
  counts: Counts,
): string {
  const services = [...new Set(things.map(({ service }) => service))];
  const head = MEASURES.map((measure) => `<th scope="col">${TITLES[measure]}</th>`).join("");
  const rows = services.map((service) => {
    const own = countsOf(
      things.filter((thing) => thing.service === service),
      covered,
    );
    return `<tr><th scope="row">${escape(service)}</th>${MEASURES.map((measure) => `<td>${cellOf(own[measure])}</td>`).join("")}</tr>`;
  });
  const cards = MEASURES.map(
    (measure) =>
      `<div class="card"><small>${TITLES[measure]}</small><b>${percentOf(counts[measure])}</b>${cellOf(counts[measure])}</div>`,
  );
  return `<h2>On ${escape(server)}</h2>
<div class="cards">${cards.join("")}</div>
<h2>By service</h2>
<table><thead><tr><th scope="col">service</th>${head}</tr></thead><tbody>
${rows.join("\n")}
</tbody></table>
<h2>Not covered</h2>
${services.map((service) => missingOf(service, things, covered)).join("\n")}`;
}

function cellOf({ covered, total }: Count): string {
  if (total === 0) return "<small>none</small>";
  const width = Math.floor((100 * covered) / total);
  return `${covered} of ${total}<span class="bar"><i class="${covered === total ? "full" : ""}" style="width:${width}%"></i></span>`;
}

function missingOf(service: string, things: readonly Coverable[], covered: ReadonlySet<string>): string {
  const missing = things.filter((thing) => thing.service === service && !covered.has(keyOf(thing)));
  if (missing.length === 0) return "";
  const items = missing.map(
    ({ measure, name }) => `<li><small>${TITLES[measure]}</small> <code>${escape(name)}</code></li>`,
  );
  return `<details><summary>${escape(service)} <small>${missing.length}</small></summary><ul>${items.join("")}</ul></details>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
