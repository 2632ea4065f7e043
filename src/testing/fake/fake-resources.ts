/** The names of what a fake can be seeded with, and their types. */

import type { catalogV1 } from "../../generated/catalog-v1.js";
import type { kafkaV3 } from "../../generated/kafka-v3.js";
import type { metricsV2 } from "../../generated/metrics-v2.js";
import type { schemaRegistryV1 } from "../../generated/schema-registry-v1.js";
import type { sqlV1 } from "../../generated/sql-v1.js";
import type { Api, Paginated, Resources } from "../../index.js";

/** The resources of a service, as they are on a client of it. */
type TreeOf<Service> = Service extends Api<object, infer Tree> ? Tree : never;

/** The resources of every service: those of `createClient()`, and those of the services with hosts of their own. */
type Trees = Resources &
  TreeOf<typeof catalogV1> &
  TreeOf<typeof kafkaV3> &
  TreeOf<typeof metricsV2> &
  TreeOf<typeof schemaRegistryV1> &
  TreeOf<typeof sqlV1>;

type Method = (...args: never) => unknown;

/** The ways to nodes that hold something, such as `pim.v1.integrations`. */
type Names<Tree, Prefix extends string = ""> = {
  [Key in keyof Tree & string]: Tree[Key] extends Method
    ? never
    : (ItemOf<Tree[Key]> extends never ? never : `${Prefix}${Key}`) | Names<Tree[Key], `${Prefix}${Key}.`>;
}[keyof Tree & string];

/** What a node holds: what its list is of, else what a call gets or creates. Where a list is of keys alone, either. */
type ItemOf<Node> = Node extends { list(...args: never): infer List }
  ? ListItem<List> extends string | number
    ? ListItem<List> | ResultOf<Node>
    : ListItem<List>
  : Node extends { get(...args: never): infer Result }
    ? ListItem<Result>
    : Node extends { create(...args: never): infer Result }
      ? Awaited<Result>
      : never;

type ResultOf<Node> = Node extends { get(...args: never): infer Result } ? Awaited<Result> : never;

type ListItem<Result> =
  Result extends Paginated<infer Item>
    ? Item
    : Awaited<Result> extends { data: readonly (infer Item)[] }
      ? Item
      : Awaited<Result> extends readonly (infer Item)[]
        ? Item
        : Awaited<Result>;

type NodeAt<Tree, Name extends string> = Name extends `${infer Key}.${infer Rest}`
  ? Key extends keyof Tree
    ? NodeAt<Tree[Key], Rest>
    : never
  : Name extends keyof Tree
    ? Tree[Name]
    : never;

/** A name that `seed` takes: the way to a resource on the client, such as `pim.v1.integrations`. */
export type FakeResourceName = Names<Trees>;

/** The resource of a name, as the API shows it. */
export type FakeResource<Name extends string> = ItemOf<NodeAt<Trees, Name>>;

/** A value with any of its members left out, at any depth. */
export type DeepPartial<T> = T extends (infer Item)[]
  ? DeepPartial<Item>[]
  : T extends object
    ? { [Key in keyof T]?: DeepPartial<T[Key]> | undefined }
    : T;
