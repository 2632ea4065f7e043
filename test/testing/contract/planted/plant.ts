import type { Kind } from "../../../../src/testing/contract/kinds/kinds.js";
import type { CompleteResponse } from "../../../support/respond.js";
import type { Json, Workshop } from "../workshop.js";

/** A drift that is put into the workshop, and what is to be found. */
export interface PlantedDrift {
  readonly kind: Kind;
  readonly place: string;
  readonly pointer: string;
  readonly message: string;
  readonly plant: (workshop: Workshop) => void;
}

export const LIST = "/paths/~1shop~1v1~1tools/get";
export const HOURS = "/paths/~1shop~1v1~1hours/get";
const TOOL = "/components/schemas/Tool";
const ITEM = "response 200 > body";

/** A drift in a member of the first tool: of the list, and of the tool by itself. */
export function inTool(
  kind: Kind,
  members: Json,
  place: string,
  pointer: string,
  message: string,
): PlantedDrift {
  return {
    kind,
    place: `${ITEM}${place}`,
    pointer: `${TOOL}${pointer}`,
    message,
    plant: ({ tools: [tool = {}] }) => void Object.assign(tool, members),
  };
}

/** A drift in every response at a path. */
export function atPath(
  path: string,
  { kind, place, pointer, message }: Omit<PlantedDrift, "plant">,
  change: (response: CompleteResponse) => CompleteResponse,
): PlantedDrift {
  return {
    kind,
    place,
    pointer,
    message,
    plant: (workshop) => {
      workshop.response = (request, response) =>
        request.url.split("?")[0] === path ? change(response) : response;
    },
  };
}

/** A drift in the parts of pages. */
export function inPage(
  kind: Kind,
  place: string,
  message: string,
  change: (page: { data: unknown[]; metadata: Json }, start: string | null) => Json,
): PlantedDrift {
  return {
    kind,
    place: `response 200 > ${place}`,
    pointer: LIST,
    message,
    plant: (workshop) => {
      workshop.page = ({ query }, page) =>
        change(page as { data: unknown[]; metadata: Json }, query.get("page_token"));
    },
  };
}
