import { METHODS } from "../methods.js";
import { isReference } from "../references.js";
import { schema } from "./schema-shape.js";
import { anything, flag, keywords, list, map, note, text, that, word, type Shape } from "./shapes.js";

/** What stands in a document by a name, such as an example: nothing is read of it but that it is an object. */
const object = keywords(() => ({}));

const encoding = map(
  keywords(() => ({ contentType: text, style: text, explode: flag, headers: map(header) })),
);

const mediaType = keywords(() => ({ schema, examples: map(object), encoding }));
const content = map(mediaType);

const header = keywords(() => ({ required: flag, schema, content, examples: map(object) }));

const parameterKeywords = keywords(
  () => ({
    name: text,
    in: word(["path", "query", "header", "cookie"]),
    required: flag,
    style: text,
    explode: flag,
    schema,
    content,
    examples: map(object),
  }),
  { required: ["name", "in"] },
);

/** It says what its values are, in one of two ways. */
const parameter: Shape = (value, place, look) => {
  parameterKeywords(value, place, look);
  const isOwn = typeof value === "object" && value !== null && !("$ref" in value);
  if (isOwn && !("schema" in value) && !("content" in value))
    note(look, place, "has neither `schema` nor `content`");
};
const parameters = list(parameter);

const requestBody = keywords(() => ({ required: flag, content }), { required: ["content"] });
const response = keywords(() => ({ headers: map(header), content }));

const status = that(
  (name) => /^([1-5](\d\d|XX)|default|x-.*)$/i.test(String(name)),
  "a status such as 200, 4XX or default",
);
const responses = map(response, status);
const security = list(map(list(text)));
const variable = keywords(() => ({ enum: list(anything) }));
const server = keywords(() => ({ url: text, variables: map(variable) }), { required: ["url"] });

const servers = list(server);

const operation = keywords(() => ({
  servers,
  operationId: text,
  deprecated: flag,
  parameters,
  requestBody,
  responses,
  security,
}));

const itemKeywords = keywords(() => ({
  servers,
  parameters,
  ...Object.fromEntries(METHODS.map((method) => [method, operation])),
}));

/** It may have more beside a reference. */
const pathItem: Shape = (value, place, look) => {
  itemKeywords(value, place, look);
  if (isReference(value)) itemKeywords({ ...value, $ref: undefined }, place, look);
};

const path = that((name) => /^(\/|x-)/.test(String(name)), "a path, which starts with a slash");

const securityScheme = keywords(() => ({ type: text, scheme: text, in: text, name: text }), {
  required: ["type"],
});

/** An OpenAPI document, as far as it is read. */
export const documentShape: Shape = keywords(() => ({
  "x-base-url": text,
  servers,
  security,
  paths: map(pathItem, path),
  components: keywords(() => ({
    schemas: map(schema),
    responses: map(response),
    parameters: map(parameter),
    headers: map(header),
    requestBodies: map(requestBody),
    securitySchemes: map(securityScheme),
    examples: map(anything),
    pathItems: map(pathItem),
  })),
}));
