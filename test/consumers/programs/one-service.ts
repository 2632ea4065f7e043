/** A program of one service, which reads the types of no other. */
import { apiKey, createClientFor, type ClientFor } from "confluent-cloud-sdk/core";
import { pimV1, type Integration } from "confluent-cloud-sdk/pim-v1";

const auth = apiKey({ key: "key", secret: "secret" });
export const confluent: ClientFor<typeof pimV1> = createClientFor(pimV1, { auth });
export const integrations: Promise<Integration[]> = confluent.pim.v1.integrations
  .list({ environment: "env-00000" })
  .toArray();
