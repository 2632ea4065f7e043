import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { camelCase } from "../../../scripts/generator/document/names.js";
import { typeCheck } from "../../support/type-check.js";

/** What an example has no value for is a variable that the reader has; one called `name` would be that of the window. */
const OWN_VARIABLE = /^Cannot find name '\w+'|^No value exists in scope for the shorthand property '\w+'/;

const modules = readdirSync("src/generated")
  .filter((file) => /-v\d\.ts$/.test(file))
  .map((file) => file.replace(/\.ts$/, ""));

/** The examples of a module's methods. */
function exampleCalls(module: string): readonly string[] {
  const comments = readFileSync(`src/generated/${module}.ts`, "utf8").match(/\/\*\*[^]*?\*\//g) ?? [];
  return comments.flatMap((comment) => {
    const text = comment.replace(/^ *\* ?/gm, "");
    const example = /^@example\n([^]*?)^@see /m.exec(text)?.[1];
    return example === undefined ? [] : [example];
  });
}

test("the example of every operation compiles", () => {
  const services = modules.map((module) => ({
    module,
    name: camelCase(module),
    calls: exampleCalls(module),
  }));
  const imports = services.map(
    ({ module, name }) => `import type { ${name} } from "./generated/${module}.js";`,
  );
  const functions = services.flatMap(({ name, calls }) =>
    calls.map(
      (call, index) =>
        `export async function ${name}${index}(confluent: ClientFor<typeof ${name}>) {\n${call}}`,
    ),
  );
  const text = [
    'import type { ClientFor } from "./core.js";',
    ...imports,
    "declare const name: string;",
    ...functions,
  ].join("\n");
  const { errors, lines } = typeCheck("src/example-calls.ts", { "src/example-calls.ts": text });
  const wrong = errors.map((error, index) => `${error}\n  ${lines[index] ?? ""}`);
  expect(wrong.filter((error) => !OWN_VARIABLE.test(error))).toEqual([]);
  console.log(`Examples: ${functions.length} calls compile`);
  expect(functions.length).toBeGreaterThan(400);
});
