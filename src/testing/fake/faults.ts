/** To which requests a fault happens. */
export interface FaultOptions {
  /**
   * The id of the operation that is meant, such as `listPimV1Integrations`.
   *
   * @default any operation
   */
  readonly operation?: string;
}

/** A failure by script. */
export interface FailOptions extends FaultOptions {
  /**
   * What the failure says, in the body that its document has for it; of `"network"`, the message of the error's cause.
   *
   * @default a sentence that says that the test meant it
   */
  readonly detail?: string;
  /**
   * The header `Retry-After`: after how many seconds the client may ask again. A whole number, zero or more; a date is for
   * `headers`.
   *
   * @default no header, or the document's example where the document declares one
   */
  readonly retryAfterSeconds?: number;
  /**
   * Headers of the response. They come before those of the document and of the other options.
   *
   * @default those that the document declares, with its examples
   */
  readonly headers?: Readonly<Record<string, string>>;
}

/** How often something goes wrong: once, unless one of these says otherwise. */
export interface Fault {
  /**
   * To so many requests.
   *
   * @param count a whole number above zero
   * @throws {Error} for another number
   */
  times(count: number): Fault;
  /** To every request. `assertDone()` does not wait for it to happen. */
  always(): Fault;
}

export interface FaultKinds {
  /** The status, or that no response comes. */
  readonly fail: FailOptions & { readonly status: number | "network" };
  readonly delay: FaultOptions & { readonly ms: number };
  readonly truncate: FaultOptions;
}

interface ScriptedFault<Kind extends keyof FaultKinds> {
  readonly kind: Kind;
  readonly options: FaultKinds[Kind];
  remaining: number;
}

/** The faults of a fake, in the order in which they were asked for. */
export class Faults {
  #scripted: ScriptedFault<keyof FaultKinds>[] = [];

  add<Kind extends keyof FaultKinds>(kind: Kind, options: FaultKinds[Kind]): Fault {
    const fault: ScriptedFault<Kind> = { kind, options, remaining: 1 };
    this.#scripted.push(fault);
    const control: Fault = {
      times: (count) => {
        if (!Number.isInteger(count) || count < 1)
          throw new Error(`times: the count must be a whole number above zero, not ${count}`);
        fault.remaining = count;
        return control;
      },
      always: () => {
        fault.remaining = Infinity;
        return control;
      },
    };
    return control;
  }

  /** The next fault of a kind for an operation, which has happened then. */
  take<Kind extends keyof FaultKinds>(
    kind: Kind,
    operation: string | undefined,
  ): FaultKinds[Kind] | undefined {
    const fault = this.#scripted.find(
      (one): one is ScriptedFault<Kind> =>
        one.kind === kind &&
        one.remaining > 0 &&
        (one.options.operation === undefined || one.options.operation === operation),
    );
    if (!fault) return undefined;
    fault.remaining--;
    return fault.options;
  }

  /** Those that were to happen and did not. */
  unused(): readonly string[] {
    return this.#scripted
      .filter(({ remaining }) => remaining > 0 && remaining !== Infinity)
      .map(({ kind, options, remaining }) => {
        const what = "status" in options ? `fail(${options.status})` : kind;
        return `${what}${options.operation === undefined ? "" : ` of ${options.operation}`}: ${remaining} left`;
      });
  }

  clear(): void {
    this.#scripted = [];
  }
}
