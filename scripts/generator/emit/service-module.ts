import type { Service } from "../normalise/normalise.js";
import { models, queries, type Declaration } from "./declarations.js";
import { describeService, type ServiceTexts } from "./describe-service.js";
import { distinctMethods } from "./method-names.js";
import { methodsOf } from "./methods.js";
import { typesOf } from "./openapi-typescript.js";
import { operationsInterface, pathsInterface } from "./paths.js";
import { nameQueries } from "./query-names.js";
import { resourceInterfaces } from "./resource-interfaces.js";
import { resourceTree, type Resource } from "./resource-tree.js";
import { apiConstants } from "./service-api.js";
import { nameService, type ServiceNames } from "./service-names.js";

/** The module of a service, made of what documents say of that service, and of nothing else. */
export interface ServiceModule {
  readonly service: Resource;
  /** The name of its file, without the suffix, where no other has it. */
  readonly file: string;
  /** What the document says in `x-base-url`: it has a host of its own. */
  readonly baseUrl: string | undefined;
  readonly names: ServiceNames;
  readonly texts: ServiceTexts;
  /** The types of its schemas. Those that other services have as well may stand in a module that they share. */
  readonly models: ReadonlyMap<string, Declaration>;
  /** The rest, in the order in which it is printed: types of queries, resources, the API, paths. */
  readonly statements: readonly string[];
  /** The names of the types that the rest mentions. */
  readonly used: ReadonlySet<string>;
}

export function serviceModule(described: Service): ServiceModule {
  const { place, document } = described;
  const typeOf = typesOf(document.components.schemas);
  const methods = distinctMethods(methodsOf(document));
  const service = resourceTree(place, methods);
  const declared = models(document, typeOf);
  const queryNames = nameQueries(
    methods,
    declared.map(({ name }) => name),
  );
  const queryTypes = queries(methods, queryNames, typeOf);
  const names = nameService(
    service,
    described.names,
    [...declared, ...queryTypes].map(({ name }) => name),
  );
  const texts = describeService(described);

  const used = new Set(queryTypes.flatMap((type) => [...type.used]));
  const statements = [
    ...resourceInterfaces(service, { names, queryNames, typeOf, used, tags: document.tags ?? [] }),
    ...queryTypes.map(({ text }) => text),
    ...apiConstants(service, { document, names, texts, used, baseUrl: document["x-base-url"] }),
    pathsInterface(methods, { texts, document, queryNames, typeOf, used }),
    operationsInterface(methods, texts),
  ];
  return {
    service,
    file: described.names.join("-").replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`),
    baseUrl: document["x-base-url"],
    names,
    texts,
    models: new Map(declared.map((model) => [model.name, model])),
    statements,
    used,
  };
}
