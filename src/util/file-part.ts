/**
 * A file in a form: a `File` or `Blob`, bytes, or a text. A `File` is sent with its name and its media type.
 *
 * @example new File([text], "books.csv", { type: "text/csv" })
 */
export type FilePart = Blob | ArrayBuffer | ArrayBufferView | string;
