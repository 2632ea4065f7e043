/* The names of members, and the values of enums, that a report shows. A placeholder stands for the others. */

/** Stands for the name of a member that may be the name of somebody's thing. */
export const HIDDEN_NAME = "`[name]`";
const HIDDEN_VALUE = "a value of another form";

/** The name of a member that the document does not have: if it is written as members are, in words without digits. */
export function shownName(name: string): string {
  const parts = partsOf(name);
  const isMember = /^[a-z]\w{0,40}$/.test(name) && parts.every((part) => part.length > 1 && isWord(part));
  return isMember ? `\`${name}\`` : HIDDEN_NAME;
}

/**
 * A value that an enum does not list: if it is one that it lists in another case, or is of words, and written as one that it
 * lists.
 *
 * @param listed the values that the enum has
 */
export function shownValue(value: unknown, listed: readonly unknown[]): string {
  const text = String(value);
  const own = formsOf(text);
  const isAlike = listed.some(
    (one) =>
      String(one).toLowerCase() === text.toLowerCase() ||
      (isOfWords(text) && own.includes(formOf(String(one)) ?? "none")),
  );
  return isAlike ? `\`${text}\`` : HIDDEN_VALUE;
}

/** Terms with a digit that are too long for the name of a size or a version, and are the name of nobody's thing. */
const TERMS = new Set([
  "ipv4",
  "ipv6",
  "sha1",
  "sha256",
  "sha384",
  "sha512",
  "oauth2",
  "base64",
  "x509",
  "utf8",
]);

/** Letters, but for a hash; `v2`, `s3` and the like; a term. */
function isWord(part: string): boolean {
  const word = part.toLowerCase();
  if (/^[a-z]+$/.test(word)) return !/^[a-f]{8,}$/.test(word);
  return /^[a-z][a-z0-9]{0,2}$/.test(word) || TERMS.has(word);
}

/** Whether a value is of words, and numbers of two digits at most, as in `us-east-1`. */
function isOfWords(text: string): boolean {
  const parts = text.split(/[.-]/).flatMap(partsOf);
  return text.length <= 60 && parts.every((part) => isWord(part) || /^\d{1,2}$/.test(part));
}

/** The words of `snake_case` and `camelCase`. */
function partsOf(name: string): readonly string[] {
  return name.split(/_|(?<=[a-z0-9])(?=[A-Z])/);
}

/** The form of a value, and of what follows its last dot: `networking.v1.AwsNetwork` is a kind as `AwsNetwork` is. */
function formsOf(text: string): readonly (string | undefined)[] {
  return [formOf(text), ...(/^[\w.]+$/.test(text) ? [formOf(text.split(".").at(-1) ?? "")] : [])];
}

function formOf(text: string): string | undefined {
  return Object.keys(FORMS).find((form) => FORMS[form]?.test(text));
}

const FORMS: Readonly<Record<string, RegExp>> = {
  UPPER_CASE: /^[A-Z][A-Z0-9_]*$/,
  PascalCase: /^[A-Z][A-Za-z0-9]*$/,
  lower_case: /^[a-z][a-z0-9_]*$/,
  "kebab-case": /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/,
};
