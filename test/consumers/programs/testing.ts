/** What users test their own code with. */
import {
  createFakeConfluent,
  serveFake,
  startMockServer,
  type MockServer,
} from "confluent-cloud-sdk/testing";

export async function mocked(): Promise<MockServer> {
  return startMockServer({ document: "openapi/pim-v1.yaml" });
}

export async function faked(): Promise<string | undefined> {
  const fake = createFakeConfluent();
  const [environment] = fake.seed("org.v2.environments", [{ display_name: "prod" }]);
  fake.on("getOrgV2Environment", ({ params }) => ({
    status: 404,
    body: { errors: [{ detail: params.id }] },
  }));
  fake.fail(503, { operation: "listOrgV2Environments" }).times(2);
  const server = await serveFake(fake);
  await server.close();
  return environment?.display_name;
}
