/** The version in `package.json`, which a test compares with this; part of the `User-Agent`. */
export const version = "0.1.0";
