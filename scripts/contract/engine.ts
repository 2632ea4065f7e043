/**
 * What holds a service against its documents: `src/testing/contract`, which is compiled with the SDK, as it calls the service
 * through it. Its types are declared here, since scripts compile before `src` does; a test holds the two together.
 */

/** A text, and what messages call it. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

export const LEVELS = ["notice", "warning", "error"] as const;
export type Level = (typeof LEVELS)[number];

/** A difference between the service and its document, as it is reported. */
export interface Drift {
  readonly level: Level;
  /** What kind of drift it is: an id that stays. docs/contract.md has them all. */
  readonly kind: string;
  /** The document, as it was named; empty for what no document has. */
  readonly document: string;
  /** A JSON Pointer into the document. */
  readonly pointer: string;
  /** Every operation where it was seen, such as `GET /pim/v1/integrations`. */
  readonly operations: readonly string[];
  /** Where, in words: `response 200 > body.data[].config.kind`. */
  readonly place: string;
  readonly message: string;
  readonly advice: string;
  /** How often it was seen. */
  readonly count: number;
}

export interface ContractReport {
  /** The gravest first. */
  readonly drifts: readonly Drift[];
  /** The operations of which responses were held against their document. */
  readonly operations: readonly {
    readonly operation: string;
    readonly document: string;
    readonly responses: number;
  }[];
  readonly skipped: readonly {
    readonly operation: string;
    readonly document: string;
    readonly reason: string;
    readonly isUnanswered?: true;
  }[];
  /** How many responses of a recording are of other services. */
  readonly foreign: number;
  /** The entries of a recording that have another form than HAR says: JSON Pointers into it. */
  readonly unread: readonly { readonly pointer: string; readonly problem: string }[];
}

export interface Engine {
  readonly checkService: (
    documents: readonly NamedText[],
    options: {
      readonly baseUrl?: string | undefined;
      readonly parameters: Readonly<Record<string, string>>;
      readonly maxRequests: number;
      readonly isOpen: boolean;
      readonly onProgress: (text: string) => void;
    },
  ) => Promise<ContractReport>;
  readonly checkRecording: (
    documents: readonly NamedText[],
    har: NamedText,
    baseUrl?: string,
  ) => ContractReport;
  /** Those that GET operations have. */
  readonly parameterNames: (documents: readonly NamedText[]) => readonly string[];
}

/** The compiled engine is beside the compiled command. */
export async function loadEngine(): Promise<Engine> {
  const place = new URL("../testing/contract.js", import.meta.url);
  return (await import(place.href)) as Engine;
}
