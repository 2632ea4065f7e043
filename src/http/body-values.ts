/** Bytes, or a file: what is sent as it is. By name, because another realm such as jsdom's has classes of its own. */
export function isFile(value: unknown): value is Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer> {
  return ArrayBuffer.isView(value) || ["Blob", "File", "ArrayBuffer"].includes(classOf(value));
}

/** What `fetch` sends as it is, but for text: a form, bytes, a file, a stream. */
export function isSentAsItIs(value: unknown): boolean {
  return isFile(value) || isForm(value) || isStream(value);
}

/** A form whose media type `fetch` knows, with its boundary. */
export function hasOwnType(body: unknown): boolean {
  return isForm(body) || (isFile(body) && "type" in body && body.type.startsWith("multipart/"));
}

function isForm(value: unknown): value is FormData | URLSearchParams {
  return ["FormData", "URLSearchParams"].includes(classOf(value));
}

/** What `fetch` reads as it is sent. */
export function isStream(value: unknown): boolean {
  return (
    typeof value === "object" && value !== null && (Symbol.asyncIterator in value || "getReader" in value)
  );
}

function classOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice("[object ".length, -1);
}
