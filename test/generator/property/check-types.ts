import { generate } from "../../../scripts/generator/generate.js";
import { DocumentError } from "../../../scripts/generator/read/source.js";
import type { Direction } from "./closed.js";
import type { SchemaDocument, Subschema } from "./json.js";
import { createJudge, type Judge, type Judged } from "./judge.js";
import { compile, literalOf, MODULE_RUNTIME } from "./program.js";
import { createRandom } from "./random.js";

/** A schema of a document, and the types that the generator has for it in one direction. */
export interface Root {
  readonly schema: Subschema;
  readonly direction: Direction;
  /** Expressions, beside an import of the module's index. */
  readonly types: readonly [string, ...string[]];
}

export interface Subject {
  readonly name: string;
  readonly text: string;
  readonly document: SchemaDocument;
  readonly roots: readonly Root[];
}

/** A value that the compiler judged otherwise than the document does. */
export interface Mistake {
  readonly subject: string;
  readonly type: string;
  readonly value: string;
  readonly message: string;
}

export interface Figures {
  readonly documents: number;
  /** Documents that the generator refused, with the reason. */
  readonly refused: readonly string[];
  readonly valid: number;
  readonly wrong: number;
  /** Errors in the generated modules themselves. */
  readonly errors: readonly string[];
  /** Valid values that do not compile. */
  readonly falseRejections: readonly Mistake[];
  /** Wrong values that do. */
  readonly falseAcceptances: readonly Mistake[];
}

interface Amounts {
  readonly valid: number;
  readonly wrong: number;
}

/** Generates modules of documents, and compiles values of their schemas against the types, all in one program. */
export async function checkTypes(
  subjects: readonly Subject[],
  seed: number,
  amounts: Amounts,
): Promise<Figures> {
  const files = new Map<string, string>();
  const refused: string[] = [];
  const judged = new Map<string, { readonly subject: Subject; readonly lines: readonly Line[] }>();
  for (const [index, subject] of subjects.entries()) {
    try {
      const generated = await generate([{ name: subject.name, text: subject.text }], {
        runtime: MODULE_RUNTIME,
        header: "// Test.",
      });
      for (const [file, text] of generated) files.set(`d${index}/${file}`, text);
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      refused.push(error.message);
      continue;
    }
    const lines = linesOf(subject, seed + index, amounts);
    judged.set(`d${index}/values.ts`, { subject, lines });
    files.set(
      `d${index}/values.ts`,
      [`import type { Resources, paths } from "./index.js";`, ...lines.map(({ text }) => text)].join("\n"),
    );
  }

  const errors: string[] = [];
  const messages = new Map<string, string>();
  for (const { file, line, message } of compile(files)) {
    const { subject, lines } = judged.get(file) ?? {};
    if (!lines?.[line - 1]?.judged) errors.push(`${subject?.name ?? file}: ${line}: ${message}`);
    else messages.set(`${file} ${line - 1}`, message);
  }
  const [falseRejections, falseAcceptances]: [Mistake[], Mistake[]] = [[], []];
  let [valid, wrong] = [0, 0];
  for (const [file, { subject, lines }] of judged) {
    for (const [index, { judged: value, type }] of lines.entries()) {
      if (!value) continue;
      const message = messages.get(`${file} ${index}`);
      const mistake = {
        subject: subject.name,
        type,
        value: JSON.stringify(value.value),
        message: message ?? "",
      };
      if (value.isValid) valid++;
      else wrong++;
      if (value.isValid && message !== undefined) {
        falseRejections.push(mistake);
      }
      if (!value.isValid && message === undefined) falseAcceptances.push(mistake);
    }
  }
  return {
    documents: subjects.length,
    refused,
    valid,
    wrong,
    errors,
    falseRejections,
    falseAcceptances,
  };
}

interface Line {
  readonly text: string;
  readonly type: string;
  readonly judged?: Judged;
}

function linesOf({ document, roots }: Subject, seed: number, amounts: Amounts): readonly Line[] {
  const random = createRandom(seed);
  const judgeOf = (direction: Direction): Judge => {
    const schemas = roots.filter((root) => root.direction === direction).map(({ schema }) => schema);
    return createJudge(document, schemas, direction, random);
  };
  const judges = { request: judgeOf("request"), response: judgeOf("response") };
  return roots.flatMap(({ schema, direction, types }, root) => {
    const names = types.map((_, index) => `T${root}_${index}`);
    const aliases = types.map((type, index) => ({
      text: `export type ${names[index] ?? ""} = ${type};`,
      type,
    }));
    const values = judges[direction](schema, amounts).map((judged, index): Line => {
      const which = index % types.length;
      const text = `export const v${root}_${index}: ${names[which] ?? ""} = ${literalOf(judged.value)};`;
      return { text, type: types[which] ?? "", judged };
    });
    return [...aliases, ...values];
  });
}
