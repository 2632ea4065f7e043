import { flatten, typeOf } from "../../../../src/testing/document/flat-schema.js";
import type { DocumentOperation } from "../../../../src/testing/document/operations.js";
import type { Schema } from "../../../../src/testing/document/schema.js";
import type { Collection } from "../../../../src/testing/fake/collections.js";
import { listShapeOf } from "../../../../src/testing/fake/list-shape.js";
import { successOf } from "../../../../src/testing/fake/success.js";
import { isObject, type Json } from "../../../../src/testing/fake/complete-value.js";
import { wayTo } from "../../../../src/testing/fake/filter-items.js";
import { valueAt, withValueAt } from "../../../../src/testing/fake/keys.js";
import { createFakeConfluent, type FakeConfluent } from "../../../../src/testing/index.js";
import type { CallParts } from "../../../contract/calls.js";
import { seedFor } from "../../../contract/seed-for.js";
import { differences } from "./differences.js";
import { bodyOf, callOf, documented, itemSchema, keepImmutable, merged, oneOf } from "./fullest-call.js";
import { send, type Parts, type Received } from "./send.js";
import { vary } from "./vary.js";

/** What goes wrong on the way of what there is once through the fake: changed twice, and read. */
export async function roundTripOfSingle(
  get: DocumentOperation,
  writes: readonly DocumentOperation[],
): Promise<readonly string[]> {
  const problems: string[] = [];
  const { document, segments } = get;
  const item = successOf(get).content?.schema ?? {};
  const collection = { segments, parameter: "", keyPath: [], item, document, operations: { get } };
  const trip = new Trip(collection, createFakeConfluent(), (problem) => problems.push(problem));
  for (const write of writes) await trip.runSingle(write);
  return problems;
}

/** What goes wrong on the way of a resource through the fake: created, read, listed, changed, deleted. */
export async function roundTrip(collection: Collection): Promise<readonly string[]> {
  const { create, put, patch } = collection.operations;
  const first = create ?? put ?? patch;
  if (!first) return [];
  const problems: string[] = [];
  const trip = new Trip(collection, createFakeConfluent(), (problem) => problems.push(problem));
  await trip.run(first);
  return problems;
}

class Trip {
  /** What was written, by the member. */
  #key: string | undefined;
  #path: Record<string, unknown> = {};
  #resource: unknown;

  constructor(
    readonly collection: Collection,
    readonly fake: FakeConfluent,
    readonly problem: (text: string) => void,
  ) {}

  async run(first: DocumentOperation): Promise<void> {
    const {
      patch,
      put,
      "replace-many": replaceMany,
      delete: remove,
      get,
      create,
    } = this.collection.operations;
    if (create) await this.#create(create);
    else {
      const call = callOf(first);
      seedFor(this.fake, documented(first), call);
      this.#path = { ...call.path };
      this.#key = String(this.#path[this.collection.parameter]);
    }
    if (this.#key === undefined) return;
    await this.#read("created", undefined);
    if (patch) await this.#change(patch, 2);
    if (put) await this.#change(put, 3);
    if (replaceMany) await this.#change(replaceMany, 4);
    if (!remove) return;
    const removed = await send(this.fake, remove, this.#asking(remove));
    if (removed.status >= 300) this.#failed(remove, removed);
    if (get) {
      const after = await send(this.fake, get, this.#asking(get));
      if (after.status !== 404) this.problem(`${get.id} after ${remove.id}: ${after.status}`);
    }
  }

  async runSingle(write: DocumentOperation): Promise<void> {
    seedFor(this.fake, documented(write), callOf(write));
    await this.#change(write, 1);
    await this.#change(write, 2);
  }

  async #create(create: DocumentOperation): Promise<void> {
    const call = callOf(create);
    const written = this.#varied(create, call, 1);
    seedFor(this.fake, documented(create), written);
    this.#path = { ...written.path };
    const created = await send(this.fake, create, written);
    if (created.status >= 300) return this.#failed(create, created);
    const { keyPath, parameter } = this.collection;
    const body = oneOf(created.body);
    const sent = oneOf(written.body);
    this.#resource = merged(sent, body);
    const key =
      valueAt(sent, keyPath) ?? written.query[parameter] ?? valueAt(body, keyPath) ?? (await this.#lastKey());
    this.#key = typeof key === "string" || typeof key === "number" ? String(key) : await this.#lastKey();
    if (this.#key === undefined) return this.problem(`${create.id}: the key is not known`);
    this.#path[parameter] = this.#key;
    await this.#compare(create, written, { body, schema: itemSchema(successOf(create).content?.schema) });
    await this.#read(create.id, { operation: create, parts: written });
  }

  async #change(operation: DocumentOperation, turn: number): Promise<void> {
    const { schema } = bodyOf(operation);
    if (typeOf(flatten(schema)) === "array" && operation.method === "PATCH") return;
    const call = callOf(operation);
    const parts = this.#varied(operation, { ...call, ...this.#asking(operation, call.query) }, turn);
    const changed = await send(this.fake, operation, parts);
    if (changed.status >= 300) return this.#failed(operation, changed);
    const shown = itemSchema(successOf(operation).content?.schema);
    const { item, parameter } = this.collection;
    // The response to a change of a part may show the whole.
    if (parameter !== "" || flatten(shown) === flatten(item))
      await this.#compare(operation, parts, { body: oneOf(changed.body), schema: shown });
    // A change may move it, as to another environment.
    this.#resource = merged(this.#resource, merged(oneOf(parts.body), oneOf(changed.body)));
    await this.#read(operation.id, { operation, parts });
  }

  /** Gets the resource and finds it in its list, and holds both against what was written. */
  async #read(
    after: string,
    written: { readonly operation: DocumentOperation; readonly parts: Parts } | undefined,
  ): Promise<void> {
    const { get, list } = this.collection.operations;
    if (get) {
      const got = await send(this.fake, get, this.#asking(get));
      if (got.status >= 300)
        this.problem(`${get.id} after ${after}: ${got.status} ${JSON.stringify(got.body)}`);
      else {
        this.#resource = got.body;
        const schema = successOf(get).content?.schema ?? {};
        if (written) await this.#compare(written.operation, written.parts, { body: got.body, schema }, get);
      }
    }
    if (!list) return;
    const listed = await send(this.fake, list, this.#asking(list));
    if (listed.status >= 300) return this.#failed(list, listed);
    const found = this.#inList(list, listed.body);
    if (found === undefined) return this.problem(`${list.id} after ${after}: it is not in the list`);
    this.#resource ??= found;
    const schema = listShapeOf(list)?.item ?? {};
    if (written && isObject(found))
      await this.#compare(written.operation, written.parts, { body: found, schema }, list);
  }

  #inList(list: DocumentOperation, body: unknown): unknown {
    const { keyPath } = this.collection;
    const shape = listShapeOf(list);
    const items = (shape?.member === undefined ? body : valueAt(body, [shape.member])) as readonly unknown[];
    if (shape?.kind === "map") return (body as Json)[this.#key ?? ""];
    if (keyPath.length === 0) return items[0];
    return items.find((item) => String(isObject(item) ? valueAt(item, keyPath) : item) === this.#key);
  }

  async #lastKey(): Promise<string | undefined> {
    const { list, get } = this.collection.operations;
    const { keyPath } = this.collection;
    if (!list) return get ? undefined : "none";
    const { body } = await send(this.fake, list, this.#asking(list));
    const { member } = listShapeOf(list) ?? {};
    const items = member === undefined ? body : valueAt(body, [member]);
    const last = Array.isArray(items)
      ? (items as readonly unknown[]).at(-1)
      : Object.keys(items ?? {}).at(-1);
    const key = isObject(last) ? valueAt(last, keyPath) : last;
    return typeof key === "string" || typeof key === "number" ? String(key) : "none";
  }

  async #compare(
    operation: DocumentOperation,
    { body }: Parts,
    read: { readonly body: unknown; readonly schema: Schema },
    by: DocumentOperation = operation,
  ): Promise<void> {
    // A response without a body shows nothing.
    if (read.body === "") return;
    const written = {
      value: body instanceof Blob ? await body.text() : oneOf(body),
      schema: itemSchema(bodyOf(operation).schema),
    };
    for (const one of differences(written, { value: read.body, schema: read.schema }))
      this.problem(`${by.id} after ${operation.id}: ${one}`);
  }

  /** The path of the resource, and the query that finds it. */
  #asking(operation: DocumentOperation, query: Json = {}): { path: Json; query: Json } {
    const found: Record<string, unknown> = { ...query };
    for (const { name, in: place, required } of operation.parameters) {
      if (place !== "query" || (required !== true && !(name in found))) continue;
      const way = wayTo(this.collection.item, name);
      found[name] = (way && valueAt(this.#resource, way)) ?? found[name] ?? callOf(operation).query[name];
    }
    const path = { ...callOf(operation).path, ...this.#path };
    return { path, query: found };
  }

  /** A call with other values than the document's examples, which agree with each other. */
  #varied(
    operation: DocumentOperation,
    call: CallParts | (Parts & { query: Json }),
    turn: number,
  ): CallParts {
    const { schema } = bodyOf(operation);
    const { item, parameter, keyPath, document } = this.collection;
    const whole = vary(document, schema, call.body, turn);
    const query: Record<string, unknown> = { ...call.query };
    const fit = (one: unknown): unknown => {
      if (!isObject(one)) return one;
      let body: Json = keepImmutable(one, this.#resource, item);
      for (const [name, value] of Object.entries(call.path))
        if (name in body) body = { ...body, [name]: value };
      const key = valueAt(body, keyPath);
      if (this.#key !== undefined && key !== undefined)
        body = withValueAt(body, keyPath, valueAt(this.#resource, keyPath));
      return body;
    };
    const body = Array.isArray(whole) ? whole.slice(0, 1).map(fit) : fit(whole);
    for (const { name, in: place, schema: own } of operation.parameters) {
      if (place !== "query") continue;
      const way = wayTo(item, name);
      const said = way && (valueAt(this.#resource, way) ?? valueAt(body, way));
      if (said !== undefined) query[name] = said;
      else if (name === parameter) query[name] = vary(document, own, query[name], turn);
      if (/validate|dry|test/i.test(name)) Reflect.deleteProperty(query, name);
    }
    return { path: call.path, query, headers: call.headers ?? {}, ...(body !== undefined && { body }) };
  }

  #failed(operation: DocumentOperation, { status, body }: Received): void {
    this.problem(`${operation.id}: ${status} ${JSON.stringify(body)}`);
  }
}
