/** A CommonJS program, which takes an ES module by `require` where compiler and Node can. */
import sdk = require("confluent-cloud-sdk");
import pim = require("confluent-cloud-sdk/pim-v1");
import testing = require("confluent-cloud-sdk/testing");

export = async function list(): Promise<pim.Integration[]> {
  const { url } = await testing.startMockServer();
  const confluent = sdk.createClient({ baseUrl: url, auth: sdk.apiKey({ key: "key", secret: "secret" }) });
  return confluent.pim.v1.integrations.list({ environment: "env-00000" }).toArray();
};
