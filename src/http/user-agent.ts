import { version } from "../util/version.js";

/** The value of `User-Agent`: this package, behind the program's own name where it has given one. */
export function userAgentOf({ userAgent }: { readonly userAgent?: string | undefined }): string {
  const product = `confluent-cloud-sdk/${version}`;
  return userAgent ? `${userAgent} ${product}` : product;
}
