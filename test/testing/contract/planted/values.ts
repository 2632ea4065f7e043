import { inTool, type PlantedDrift } from "./plant.js";

export const VALUES: readonly PlantedDrift[] = [
  inTool(
    "type-mismatch",
    { weight: "2.5 kg" },
    ".weight",
    "/properties/weight/type",
    "the type is string, and number is documented",
  ),
  inTool(
    "null-undocumented",
    { name: null },
    ".name",
    "/properties/name/type",
    "it is null, and string is documented",
  ),
  inTool(
    "enum-value-undocumented",
    { kind: "Hammer" },
    ".kind",
    "/properties/kind/enum",
    "`Hammer` is none of the documented values",
  ),
  inTool(
    "enum-value-case",
    { kind: "SAW" },
    ".kind",
    "/properties/kind/enum",
    "`SAW` is documented as `Saw`",
  ),
  inTool(
    "open-enum-value-new",
    { state: "LENT" },
    ".state",
    "/properties/state/x-extensible-enum",
    "`LENT` is not among the listed values, which are not all",
  ),
  {
    ...inTool(
      "variant-undocumented",
      { spec: { type: "LASER", beam: 1 } },
      ".spec.type",
      "",
      "`LASER` is no documented variant",
    ),
    pointer: "/components/schemas/Spec/discriminator",
  },
  inTool(
    "variant-mismatch",
    { owner: 7 },
    ".owner",
    "/properties/owner/oneOf",
    "the value is of none of the variants",
  ),
  inTool(
    "format-mismatch",
    { made: "yesterday" },
    ".made",
    "/properties/made/format",
    "the text does not have the format `date-time`",
  ),
  inTool(
    "pattern-mismatch",
    { code: "A-1" },
    ".code",
    "/properties/code/pattern",
    "the text does not match the pattern",
  ),
  inTool(
    "text-length",
    { name: "Alan's own saw" },
    ".name",
    "/properties/name/maxLength",
    "the text must not have more than 8 characters",
  ),
  inTool(
    "number-range",
    { weight: 200 },
    ".weight",
    "/properties/weight/maximum",
    "the number must be <= 100",
  ),
  inTool(
    "list-length",
    { tags: ["a", "b", "c"] },
    ".tags",
    "/properties/tags/maxItems",
    "it must not have more than 2 items",
  ),
  inTool(
    "items-repeated",
    { tags: ["a", "a"] },
    ".tags",
    "/properties/tags/uniqueItems",
    "the list repeats an item, and its items are documented as unique",
  ),
  inTool("condition-unmet", { size: 13 }, ".size", "/properties/size/not", "the condition `not` is not met"),
];

export const MEMBERS: readonly PlantedDrift[] = [
  inTool(
    "member-missing",
    { kind: undefined },
    "",
    "/required",
    "the member `kind` is missing, and is required",
  ),
  inTool("member-undocumented", { colour: "red" }, "", "", "the member `colour` is not documented"),
  {
    ...inTool(
      "member-forbidden",
      { spec: { type: "HAND", grip: "oak" } },
      ".spec",
      "",
      "the member `grip` is not documented, and others are ruled out",
    ),
    pointer: "/components/schemas/HandSpec",
  },
  inTool(
    "secret-returned",
    { pin: "1234" },
    ".pin",
    "/properties/pin",
    "the member `pin` is only to be written, and comes back",
  ),
];
