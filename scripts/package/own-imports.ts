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
  encodeBody: "../codecs.js",
  serializeForm: "../codecs.js",
  serializeMultipart: "../codecs.js",
  serializeStyledForm: "../codecs.js",
  serializeStyledHeaders: "../codecs.js",
  serializeStyledPath: "../codecs.js",
  serializeStyledQuery: "../codecs.js",
  readEventStream: "../codecs.js",
  readJsonEventStream: "../codecs.js",
  readJsonStream: "../codecs.js",
};
