const text = { type: "string" };
const SHED = {
  type: "object",
  required: ["name", "spec"],
  properties: {
    id: { ...text, readOnly: true },
    name: text,
    tags: { type: "array", items: text, maxItems: 4 },
    labels: { type: "object", additionalProperties: text },
    spec: {
      type: "object",
      required: ["door"],
      properties: {
        door: { type: "object", required: ["width"], properties: { width: { type: "integer" } } },
        site: { ...text, "x-immutable": true },
        roof: {
          oneOf: [
            {
              type: "object",
              required: ["kind", "slates"],
              properties: { kind: { enum: ["slate"] }, slates: { type: "integer", "x-immutable": true } },
            },
            {
              type: "object",
              required: ["kind"],
              properties: { kind: { enum: ["turf"] }, age: { type: "integer", readOnly: true } },
            },
          ],
          discriminator: { propertyName: "kind" },
        },
      },
    },
    status: { type: "object", readOnly: true, properties: { phase: text } },
    metadata: { type: "object", properties: { uid: { ...text, readOnly: true }, note: text } },
  },
};
const shed = { content: { "application/json": { schema: SHED } } };
const failure = { description: "Refused.", content: { "application/json": {} } };
const failures = { "400": failure, "409": failure, "422": failure };
const requestBody = { content: { "application/json-patch+json": {}, "application/merge-patch+json": {} } };
const hut = {
  content: { "application/json": { schema: { type: "object", properties: { name: text, color: text } } } },
};
/** Resources of which some members are read-only or immutable, and which a PATCH of either kind changes. */
export const SHEDS = {
  openapi: "3.0.3",
  info: { title: "Sheds", version: "1" },
  paths: {
    "/v1/sheds/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: text }],
      get: { operationId: "getShed", responses: { "200": { description: "One.", ...shed } } },
      patch: {
        operationId: "patchShed",
        requestBody,
        responses: { "200": { description: "Changed.", ...shed }, ...failures },
      },
    },
    "/v1/huts/{name}": {
      parameters: [{ name: "name", in: "path", required: true, schema: text }],
      patch: {
        operationId: "patchHut",
        requestBody,
        responses: { "200": { description: "Changed.", ...hut }, ...failures },
      },
      get: { operationId: "getHut", responses: { "200": { description: "One.", ...hut } } },
    },
  },
};
