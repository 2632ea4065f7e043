import type { Api } from "../api.js";
export const api: Api<{ "/pim/v1/integrations": { get: any; post: any } }, {}> = { operations: {} };
