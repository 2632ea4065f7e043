/**
 * A signal that follows others until it is released. Not `AbortSignal.any`: on Node 20 that never fires for some
 * combinations, and what it attaches to a long-lived signal stays there.
 */
export function linkSignals(signals: readonly AbortSignal[]): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const listeners = signals.map((source) => {
    const listener = (): void => controller.abort(source.reason);
    if (source.aborted) listener();
    else source.addEventListener("abort", listener, { once: true });
    return () => source.removeEventListener("abort", listener);
  });
  return { signal: controller.signal, release: () => listeners.forEach((remove) => remove()) };
}
