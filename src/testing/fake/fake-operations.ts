/** The operations of every service by their ids, with the types of their requests and responses. */

import type { operations as AiV1 } from "../../generated/ai-v1.js";
import type { operations as ArtifactV1 } from "../../generated/artifact-v1.js";
import type { operations as BillingV1 } from "../../generated/billing-v1.js";
import type { operations as ByokV1 } from "../../generated/byok-v1.js";
import type { operations as CamV1 } from "../../generated/cam-v1.js";
import type { operations as CatalogV1 } from "../../generated/catalog-v1.js";
import type { operations as CcpmV1 } from "../../generated/ccpm-v1.js";
import type { operations as CdxV1 } from "../../generated/cdx-v1.js";
import type { operations as CmkV2 } from "../../generated/cmk-v2.js";
import type { operations as ConfigurationcontrolV1 } from "../../generated/configurationcontrol-v1.js";
import type { operations as ConnectV1 } from "../../generated/connect-v1.js";
import type { operations as EndpointV1 } from "../../generated/endpoint-v1.js";
import type { operations as FcpmV2 } from "../../generated/fcpm-v2.js";
import type { operations as IamV2 } from "../../generated/iam-v2.js";
import type { operations as KafkaQuotasV1 } from "../../generated/kafka-quotas-v1.js";
import type { operations as KafkaV3 } from "../../generated/kafka-v3.js";
import type { operations as KsqldbcmV2 } from "../../generated/ksqldbcm-v2.js";
import type { operations as MetricsV2 } from "../../generated/metrics-v2.js";
import type { operations as NetworkingV1 } from "../../generated/networking-v1.js";
import type { operations as OrgV2 } from "../../generated/org-v2.js";
import type { operations as PimV1 } from "../../generated/pim-v1.js";
import type { operations as PimV2 } from "../../generated/pim-v2.js";
import type { operations as RtceV1 } from "../../generated/rtce-v1.js";
import type { operations as SchemaRegistryV1 } from "../../generated/schema-registry-v1.js";
import type { operations as ServiceQuotaV1 } from "../../generated/service-quota-v1.js";
import type { operations as SqlV1 } from "../../generated/sql-v1.js";
import type { operations as SrcmV2 } from "../../generated/srcm-v2.js";
import type { operations as SrcmV3 } from "../../generated/srcm-v3.js";
import type { operations as StreamGovernanceV2 } from "../../generated/stream-governance-v2.js";
import type { operations as StsV1 } from "../../generated/sts-v1.js";
import type { operations as TableflowV1 } from "../../generated/tableflow-v1.js";
import type { operations as UsmV1 } from "../../generated/usm-v1.js";

export interface FakeOperations
  extends
    AiV1,
    ArtifactV1,
    BillingV1,
    ByokV1,
    CamV1,
    CatalogV1,
    CcpmV1,
    CdxV1,
    CmkV2,
    ConfigurationcontrolV1,
    ConnectV1,
    EndpointV1,
    FcpmV2,
    IamV2,
    KafkaQuotasV1,
    KafkaV3,
    KsqldbcmV2,
    MetricsV2,
    NetworkingV1,
    OrgV2,
    PimV1,
    PimV2,
    RtceV1,
    SchemaRegistryV1,
    ServiceQuotaV1,
    SqlV1,
    SrcmV2,
    SrcmV3,
    StreamGovernanceV2,
    StsV1,
    TableflowV1,
    UsmV1 {}
