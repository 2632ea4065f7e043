import type { ImportMap } from "../generator/emit/imports.js";

/** Where generated files import from, relative to `src/generated`. */
export const OWN_IMPORTS: ImportMap = {
  Api: "../operation.js",
  ApiPromise: "../pipeline/api-promise.js",
  CallOptions: "../pipeline/call-options.js",
  FilePart: "../util/file-part.js",
  HeaderOptions: "../pipeline/call-options.js",
  JsonContent: "../util/openapi-paths.js",
  OperationTree: "../operation.js",
  Paginated: "../paging/paginated.js",
  PathItem: "../util/openapi-paths.js",
  PathOperation: "../util/openapi-paths.js",
  UnknownKind: "../operation.js",
  WithRequired: "../util/with-required.js",
  encodeBody: "../http/encode-body.js",
  serializeForm: "../http/serialize-form.js",
  serializeMultipart: "../http/serialize-multipart.js",
  serializeStyledForm: "../http/styled-form.js",
  serializeStyledHeaders: "../http/styled-headers.js",
  serializeStyledPath: "../http/styled-path.js",
  serializeStyledQuery: "../http/styled-query.js",
  readEventStream: "../http/read-event-stream.js",
  readJsonEventStream: "../http/read-event-stream.js",
  readJsonStream: "../http/read-json-stream.js",
};
