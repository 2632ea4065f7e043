import { createClient } from "confluent-cloud-sdk";
import { auditIntegrations } from "./audit.js";

/** With the Cloud API key in CONFLUENT_CLOUD_API_KEY and CONFLUENT_CLOUD_API_SECRET. */
const findings = await auditIntegrations(createClient(), { accounts: process.argv.slice(2) });
for (const { environment, integration = "–", problem } of findings) {
  console.log(`${environment}  ${integration}  ${problem}`);
}
process.exitCode = findings.length > 0 ? 1 : 0;
