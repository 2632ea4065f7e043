import { omit } from "../../../../src/util/omit.js";
import type { LiveDrift, MakeChange, Members } from "./drift.js";

const GET = "/paths/~1pim~1v1~1integrations~1{id}/get";
const INTEGRATION = "/components/schemas/pim.v1.Integration";
const CONFIG = "/components/schemas/pim.v1.AwsIntegrationConfig";

/** A drift in the body of a resource. */
function inBody(
  { kind, place, pointer, message }: Pick<LiveDrift, "kind" | "place" | "pointer" | "message">,
  change: (body: Members) => Members,
  of: Pick<LiveDrift, "document" | "operation"> = {
    document: "pim-v1.yaml",
    operation: "getPimV1Integration",
  },
): LiveDrift {
  const makeChange: MakeChange = () => (response) => ({
    ...response,
    body: change(response.body as Members),
  });
  return { kind, place: `response 200 > body${place}`, pointer, message, ...of, change: makeChange };
}

export const VALUES: readonly LiveDrift[] = [
  inBody(
    {
      kind: "type-mismatch",
      place: ".display_name",
      pointer: `${INTEGRATION}/properties/display_name/type`,
      message: "the type is integer, and string is documented",
    },
    (body) => ({ ...body, display_name: 7 }),
  ),
  inBody(
    {
      kind: "null-undocumented",
      place: ".display_name",
      pointer: `${INTEGRATION}/properties/display_name/type`,
      message: "it is null, and string is documented",
    },
    (body) => ({ ...body, display_name: null }),
  ),
  inBody(
    {
      kind: "enum-value-undocumented",
      place: ".kind",
      pointer: `${INTEGRATION}/properties/kind/enum`,
      message: "`Connection` is none of the documented values",
    },
    (body) => ({ ...body, kind: "Connection" }),
  ),
  inBody(
    {
      kind: "enum-value-case",
      place: ".kind",
      pointer: `${INTEGRATION}/properties/kind/enum`,
      message: "`INTEGRATION` is documented as `Integration`",
    },
    (body) => ({ ...body, kind: "INTEGRATION" }),
  ),
  inBody(
    {
      kind: "open-enum-value-new",
      place: ".provider",
      pointer: `${INTEGRATION}/properties/provider/x-extensible-enum`,
      message: "`GCP` is not among the listed values, which are not all",
    },
    (body) => ({ ...body, provider: "GCP" }),
  ),
  inBody(
    {
      kind: "variant-undocumented",
      place: ".config.kind",
      pointer: `${INTEGRATION}/properties/config/discriminator`,
      message: "`GcpIntegrationConfig` is no documented variant",
    },
    (body) => ({ ...body, config: { kind: "GcpIntegrationConfig", service_account: "acme" } }),
  ),
  inBody(
    {
      kind: "variant-mismatch",
      place: ".config",
      pointer: `${INTEGRATION}/properties/config/oneOf`,
      message: "the value is of none of the variants",
    },
    (body) => ({ ...body, config: {} }),
  ),
  inBody(
    {
      kind: "format-mismatch",
      place: ".config.external_id",
      pointer: `${CONFIG}/properties/external_id/format`,
      message: "the text does not have the format `uuid`",
    },
    (body) => ({ ...body, config: { ...(body["config"] as Members), external_id: "acme" } }),
  ),
  inBody(
    {
      kind: "pattern-mismatch",
      place: ".usages[]",
      pointer: `${INTEGRATION}/properties/usages/items/pattern`,
      message: "the text does not match the pattern",
    },
    (body) => ({ ...body, usages: ["https://acme.example/sink"] }),
  ),
  inBody(
    {
      kind: "text-length",
      place: ".display_name",
      pointer: `${INTEGRATION}/properties/display_name/maxLength`,
      message: "the text must not have more than 60 characters",
    },
    (body) => ({ ...body, display_name: "x".repeat(61) }),
  ),
  inBody(
    {
      kind: "number-range",
      place: ".status.cku",
      pointer: "/components/schemas/cmk.v2.ClusterStatus/properties/cku/minimum",
      message: "the number must be >= 1",
    },
    (body) => ({ ...body, status: { ...(body["status"] as Members), cku: 0 } }),
    { document: "cmk-v2.yaml", operation: "getCmkV2Cluster" },
  ),
  inBody(
    {
      kind: "list-length",
      place: ".spec.connector_classes",
      pointer:
        "/components/schemas/ccpm.v1.CustomConnectPluginVersionSpec/properties/connector_classes/minItems",
      message: "it must not have fewer than 1 items",
    },
    (body) => ({ ...body, spec: { ...(body["spec"] as Members), connector_classes: [] } }),
    { document: "ccpm-v1.yaml", operation: "getCcpmV1CustomConnectPluginVersion" },
  ),
];

export const MEMBERS: readonly LiveDrift[] = [
  inBody(
    {
      kind: "member-missing",
      place: "",
      pointer: `${INTEGRATION}/required`,
      message: "the member `environment` is missing, and is required",
    },
    (body) => omit(body, ["environment"]),
  ),
  inBody(
    {
      kind: "member-undocumented",
      place: "",
      pointer: INTEGRATION,
      message: "the member `region` is not documented",
    },
    (body) => ({ ...body, region: "us-west-2" }),
  ),
  inBody(
    {
      kind: "secret-returned",
      place: ".entity.isProxy",
      pointer: "/components/schemas/Entity/properties/isProxy",
      message: "the member `isProxy` is only to be written, and comes back",
    },
    (body) => ({ ...body, entity: { ...(body["entity"] as Members), isProxy: true } }),
    { document: "catalog-v1.yaml", operation: "getByUniqueAttributes" },
  ),
  inBody(
    {
      kind: "item-mismatch",
      place: ".id",
      pointer: GET,
      message: "the member id is not the one that was asked for",
    },
    (body) => ({ ...body, id: "cspi-99999" }),
  ),
];
