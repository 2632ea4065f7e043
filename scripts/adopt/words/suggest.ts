import { singular } from "../house/names.js";

/** Words that the pattern of an operation's id gives away; a writer may change them like any others. */
export interface Suggestion {
  readonly summary: string;
  readonly responses: Readonly<Record<string, string>>;
}

const ACRONYMS = /\b(api|ip|id|acl|dns|jwks|sso|url|ca|dek|kek|crn)(s?)\b/gi;
const PATTERN = /^(list|get|create|update|delete)[A-Z][a-z]*(?:-[a-z]+)*V\d+([A-Za-z_]\w*)$/;

export function suggestWords(operationId: string): Suggestion | undefined {
  const [, verb = "", name = ""] = PATTERN.exec(operationId) ?? [];
  if (verb === "") return undefined;
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replaceAll(ACRONYMS, (_, acronym: string, plural: string) => acronym.toUpperCase() + plural);
  const thing = verb === "list" ? words : singular(words);
  if (verb === "list") {
    return { summary: `List ${thing}`, responses: { "200": `One page of the ${thing}. It may be empty.` } };
  }
  const article = /^[aeio]/i.test(thing) ? "an" : "a";
  const summary = `${verb.charAt(0).toUpperCase()}${verb.slice(1)} ${article} ${thing}`;
  return { summary, responses: RESPONSES[verb]?.(thing) ?? {} };
}

const RESPONSES: Readonly<Record<string, (thing: string) => Suggestion["responses"]>> = {
  get: (thing) => ({ "200": `The ${thing}.` }),
  create: (thing) => ({
    "201": `The ${thing} that was created.`,
    "202": `The ${thing}, which is being created.`,
  }),
  update: (thing) => ({ "200": `The updated ${thing}.` }),
  delete: (thing) => ({ "204": `Deletion of the ${thing} has begun. There is no body.` }),
};
