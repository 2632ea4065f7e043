/** A media type without its parameters, in lower case: `application/json` for `application/json; qs=0.5`. */
export function essenceOf(type: string): string {
  return type.split(";", 1).join("").trim().toLowerCase();
}

/** Whether a body is one JSON text, by the name of its type or its suffix: `application/problem+json`, not `application/json-seq`. */
export function isJsonType(type: string): boolean {
  return /[/+]json$/.test(essenceOf(type)) && !isStreamType(type);
}

/** Whether a body is text: `text/csv`, and what is text under another family, such as `application/xml`. */
export function isTextType(type: string): boolean {
  return /^text\/|[/+-](text|xml|yaml)$/.test(essenceOf(type));
}

/** Whether a body is a sequence of JSON values or of events, which may be read as they come. */
export function isStreamType(type: string): boolean {
  const essence = essenceOf(type);
  return (
    isEventStream(type) ||
    /[/+]((x-)?(ndjson|jsonl|jsonlines|json-lines)|json-seq|stream\+json)$/.test(essence)
  );
}

/** https://html.spec.whatwg.org/multipage/server-sent-events.html */
export function isEventStream(type: string): boolean {
  return essenceOf(type) === "text/event-stream";
}
