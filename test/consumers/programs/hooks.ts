/** The client under what people put on openapi-fetch's. */
import { createClient, type paths } from "confluent-cloud-sdk";
import { wrapAsPathBasedClient, type Client } from "openapi-fetch";
import createQueryClient from "openapi-react-query";
import { createQueryHook } from "swr-openapi";

const confluent = createClient();
const client: Client<paths> = confluent;
const query = { environment: "env-00000" };

const { data } = createQueryClient(client).useQuery("get", "/pim/v1/integrations", { params: { query } });
export const provider: string | undefined = data?.data[0]?.provider;
// @ts-expect-error the environment is required
createQueryClient(confluent).useQuery("get", "/pim/v1/integrations");

const useConfluent = createQueryHook(client, "confluent");
const { data: page } = useConfluent("/pim/v1/integrations", { params: { query } });
export const other: string | undefined = page?.data[0]?.provider;

const integrations = await wrapAsPathBasedClient(client)["/pim/v1/integrations"].GET({ params: { query } });
export const third: string | undefined = integrations.data?.data[0]?.provider;
