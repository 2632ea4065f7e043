import { numberBy } from "../normalise/6-merge/components.js";
import type { Declaration } from "./declarations.js";

/** The models of a service, by name. */
export type Models = ReadonlyMap<string, Declaration>;

export interface SharedModels {
  readonly models: readonly Declaration[];
  /** Whether a model of a service is one of them. */
  readonly isShared: (model: Declaration) => boolean;
}

/**
 * The models that several services have in common: they have the same name and text, and so have those that they
 * mention. Of different models with one name, the one that most services have is shared, so that no name is made up.
 */
export function sharedModels(services: readonly Models[]): SharedModels {
  const groups = groupEqual(services);
  const members = new Map<number | undefined, Declaration[]>();
  for (const [model, group] of groups) members.set(group, [...(members.get(group) ?? []), model]);

  const shared = new Map<string, Declaration>();
  const sizeOf = (model: Declaration | undefined): number => (model ? membersOf(model).length : 0);
  const membersOf = (model: Declaration): readonly Declaration[] => members.get(groups.get(model)) ?? [];
  for (const [first] of members.values()) {
    if (first && sizeOf(first) > Math.max(1, sizeOf(shared.get(first.name)))) shared.set(first.name, first);
  }
  // A model that mentions one that is not shared, or shared in another form, stays where it is.
  const isShared = (model: Declaration): boolean => {
    const other = shared.get(model.name);
    return other !== undefined && groups.get(other) === groups.get(model);
  };
  const ownerOf = new Map(services.flatMap((models) => [...models.values()].map((model) => [model, models])));
  for (let size = -1; size !== shared.size;) {
    size = shared.size;
    for (const [name, model] of shared) {
      if (!mentioned(model, ownerOf.get(model)).every(isShared)) shared.delete(name);
    }
  }
  return { models: [...shared.values()], isShared };
}

/**
 * Gives models that are equal the same number: it starts with those that look alike, and parts them by what they mention.
 * Those whose name no other service has get none.
 */
function groupEqual(services: readonly Models[]): ReadonlyMap<Declaration, number> {
  const all = services.flatMap((models) =>
    [...models.values()].filter(isElsewhere(services, models)).map((model) => ({ model, models })),
  );
  let groups = new Map<Declaration, number>();
  for (;;) {
    const numbers = numberBy(all, ({ model, models }) =>
      JSON.stringify([model.name, model.text, mentioned(model, models).map((other) => groups.get(other))]),
    );
    const finer = new Map([...numbers].map(([{ model }, number]) => [model, number]));
    if (new Set(finer.values()).size === new Set(groups.values()).size) return finer;
    groups = finer;
  }
}

function isElsewhere(services: readonly Models[], own: Models): (model: Declaration) => boolean {
  const others = services.filter((models) => models !== own);
  return ({ name }) => others.some((models) => models.has(name));
}

function mentioned({ used }: Declaration, models: Models = new Map()): readonly Declaration[] {
  return [...used].flatMap((name) => models.get(name) ?? []);
}
