/**
 * The figure of a measurement on a machine with other load: that load only adds, so the lower quartile says more than the
 * median.
 */
export function typical(samples) {
  return quantile(samples, 0.25);
}

export function median(samples) {
  return quantile(samples, 0.5);
}

function quantile(samples, share) {
  const sorted = samples.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) * share)];
}

/** Calls `measure` for each name, round after round, each starting with another name: load affects all equally. */
export async function interleave(names, rounds, measure) {
  const samples = new Map(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (let index = 0; index < names.length; index++) {
      const name = names[(index + round) % names.length];
      samples.get(name).push(await measure(name));
    }
  }
  return samples;
}
