import type { CallInit, Execute } from "../pipeline/execute.js";
import type { Operation } from "../operation.js";

/** Writes the header parameters that are objects or JSON before the headers of a call are checked. */
export function withStyledHeaders(execute: Execute): Execute {
  return (operation, init, reading) => execute(operation, styled(operation, init), reading);
}

function styled({ styledHeaders }: Operation, init: CallInit | undefined): CallInit | undefined {
  if (!styledHeaders || !init) return init;
  const { serialize, styles } = styledHeaders;
  const { headers, params } = init;
  return {
    ...init,
    headers: serialize(headers, styles),
    params: { ...params, header: serialize(params?.header, styles) },
  };
}
