import { describe, expect, it } from "vitest";
import { parsePath } from "../../../scripts/generator/document/resource-path.js";

describe("A path", () => {
  it.each([
    ["/pim/v1/integrations", "pim.v1", "integrations"],
    ["/pim/v1/integrations/{id}", "pim.v1", "integrations"],
    ["/iam/v2/service-accounts", "iam.v2", "serviceAccounts"],
    [
      "/iam/v2/identity-providers/{provider_id}/identity-pools/{id}",
      "iam.v2",
      "identityProviders.identityPools",
    ],
    ["/sts/v1/oauth2/token", "sts.v1", "oauth2.token"],
    ["/kafka-quotas/v1/client-quotas", "kafkaQuotas.v1", "clientQuotas"],
    ["/subjects/{subject}/versions", "subjects", "versions"],
    ["/v2/metrics/{dataset}/query", "v2.metrics", "query"],
    ["/garden/v1/plants?dead=true", "garden.v1", "plants"],
  ])("%s belongs to the service %s and its resource %s", (path, service, resource) => {
    const parsed = parsePath(path);
    expect([parsed.service.join("."), parsed.resource.join(".")]).toEqual([service, resource]);
    expect(parsed.verb).toBeUndefined();
  });

  it.each([
    ["/pim/v2/integrations:validate", "integrations", "validate"],
    ["/pim/v2/integrations/{id}:dry-run", "integrations", "dryRun"],
  ])("%s ends in a verb", (path, resource, verb) => {
    expect(parsePath(path)).toEqual({ service: ["pim", "v2"], resource: [resource], verb });
  });
});
