import { essenceOf } from "./media-type.js";

/** Whether a media type is the one named, or one of those that a range such as `image/*` stands for. */
export function isOfRange(type: string, range: string): boolean {
  const [name, wanted] = [essenceOf(type), essenceOf(range)];
  return name === wanted || (wanted.endsWith("*") && name.startsWith(wanted.replace(/\*.*/, "")));
}
