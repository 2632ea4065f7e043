import type { ContractReport, Drift, Level } from "../engine.js";
import { reaches, sourceOf, timesOf } from "./summary.js";

/** A test case: an operation of a document. */
interface Case {
  readonly name: string;
  readonly document: string;
  readonly reason?: string;
  readonly isUnanswered?: true;
}

/**
 * A report as JUnit XML, which most CI systems show: a suite for each document, a case for each operation.
 *
 * @param failOn the least level of a drift that fails a case; those below are its output
 */
export function junit(report: ContractReport, failOn: Level): string {
  const undocumented = report.drifts.filter(({ document }) => document === "");
  const cases: readonly Case[] = [
    ...report.operations.map(({ operation, document }) => ({ name: operation, document })),
    ...report.skipped.map(({ operation, ...skipped }) => ({ name: operation, ...skipped })),
    ...undocumented.flatMap(({ operations }) => operations.map((name) => ({ name, document: "" }))),
  ];
  const documents = [...new Set(cases.map(({ document }) => document))];
  const suites = documents.map((document) => {
    const own = cases.filter((one) => one.document === document);
    return suite(document, own, report.drifts, failOn);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="contract">\n${suites.join("\n")}\n</testsuites>`;
}

function suite(document: string, cases: readonly Case[], drifts: readonly Drift[], failOn: Level): string {
  const driftsOf = ({ name }: Case): readonly Drift[] =>
    drifts.filter((drift) => drift.document === document && drift.operations.includes(name));
  const failures = cases.filter((one) => driftsOf(one).some((drift) => reaches(drift, failOn))).length;
  const errors = cases.filter(({ isUnanswered }) => isUnanswered).length;
  const skipped = cases.filter(({ reason }) => reason !== undefined).length - errors;
  const name = document === "" ? "no document" : document;
  const attributes = `name="${escape(name)}" tests="${cases.length}" failures="${failures}" errors="${errors}" skipped="${skipped}"`;
  const own = cases.map((one) => testCase(name, one, driftsOf(one), failOn)).join("\n");
  return `  <testsuite ${attributes}>\n${own}\n  </testsuite>`;
}

function testCase(
  suiteName: string,
  { name, reason, isUnanswered }: Case,
  drifts: readonly Drift[],
  failOn: Level,
): string {
  const failing = drifts.filter((drift) => reaches(drift, failOn));
  const others = drifts.filter((drift) => !reaches(drift, failOn));
  const [first] = failing;
  const parts = [
    ...(reason === undefined ? [] : [`<${isUnanswered ? "error" : "skipped"} message="${escape(reason)}"/>`]),
    ...(first
      ? [
          `<failure type="${first.kind}" message="${escape(headline(first))}">${escape(details(failing))}</failure>`,
        ]
      : []),
    ...(others.length > 0 ? [`<system-out>${escape(details(others))}</system-out>`] : []),
  ];
  const attributes = `classname="${escape(suiteName)}" name="${escape(name)}"`;
  if (parts.length === 0) return `    <testcase ${attributes}/>`;
  return `    <testcase ${attributes}>\n${parts.map((part) => `      ${part}`).join("\n")}\n    </testcase>`;
}

function headline(drift: Drift): string {
  return `${drift.place}: ${drift.message}${timesOf(drift)}`;
}

function details(drifts: readonly Drift[]): string {
  return drifts
    .map(
      (drift) =>
        `${drift.level} ${drift.kind}: ${headline(drift)}\n  → ${drift.advice}\n  ${sourceOf(drift)}`,
    )
    .join("\n");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? "");
}
