/** What tables of operations refer to: how bodies and parameters are written and streams are read that only some have. */
export { encodeBody } from "./http/encode-body.js";
export { readEventStream, readJsonEventStream } from "./http/read-event-stream.js";
export { readJsonStream } from "./http/read-json-stream.js";
export { serializeForm } from "./http/serialize-form.js";
export { serializeMultipart } from "./http/serialize-multipart.js";
export { serializeStyledForm } from "./http/styled-form.js";
export { serializeStyledHeaders } from "./http/styled-headers.js";
export { serializeStyledPath } from "./http/styled-path.js";
export { serializeStyledQuery } from "./http/styled-query.js";
