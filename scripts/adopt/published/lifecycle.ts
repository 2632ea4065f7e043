/** A badge that says how far the service stands by an operation, as published descriptions begin with one. */
const BADGE = /!\[([^[\]]+)\]\([^()]*Lifecycle(?:%20| )Stage/;

/** The same stage goes by several names. */
const STAGES: Readonly<Record<string, string>> = { "Generally Available": "General Availability" };

/** The stage of life that a description's badge tells: `Early Access`, `General Availability`, … */
export function lifecycleStage(description: string | undefined): string | undefined {
  const [, badge] = BADGE.exec(description ?? "") ?? [];
  const stage = badge?.replace(/\s+/g, " ").trim();
  return stage === undefined ? undefined : (STAGES[stage] ?? stage);
}
