/** `node test/fleet/install.mjs` installs Debian's Redis, unless Valkey or Redis is there. */
import { installDebianPackage } from "../../runtimes/debian-package.js";

installDebianPackage("redis-server", ["/usr/bin/valkey-server", "/usr/bin/redis-server"]);
