/** Where Debian's package installs Chromium. */
export const CHROMIUM = "/usr/bin/chromium";
