import { version } from "../util/version.js";

/** The value of `User-Agent`: the program's own product, if any, then this package (RFC 9110, section 10.1.5). */
export function userAgentOf({ userAgent }: { readonly userAgent?: string | undefined }): string {
  const product = `confluent-cloud-sdk/${version}`;
  return userAgent ? `${userAgent} ${product}` : product;
}
