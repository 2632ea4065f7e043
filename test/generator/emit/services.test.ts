import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentOf, generateFixtures, generateFrom } from "../fixtures.js";
import { createTypeChecker, type TypeChecker } from "../type-checker.js";

let files: ReadonlyMap<string, string>;
let checker: TypeChecker;
let folder: string;

beforeAll(async () => {
  ({ files } = await generateFixtures("garden-v1.yaml", "garden-v2.yaml"));
  checker = createTypeChecker(files);
  folder = await mkdtemp(join(tmpdir(), "services-"));
  for (const [name, text] of files) await writeFile(join(folder, name), text);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function errorsIn(code: string): readonly string[] {
  return checker.errorsIn(`import { createClient } from "../index.js";\n${code}`);
}

/** What a bundler leaves of a program. */
async function bundled(program: string): Promise<string> {
  const input = join(folder, "program.ts");
  await writeFile(input, program);
  const bundle = await rolldown({ input, platform: "neutral", external: /^\.\.\// });
  const { output } = await bundle.generate();
  await bundle.close();
  return output[0].code;
}

describe("The types of a service", () => {
  const PLOT = "const plot: Plot = { id: 1 };\nexport { plot };";

  it("are in the index as well if the service is the only one", async () => {
    const { files: only } = await generateFrom(
      documentOf({
        paths: `
  /farm/v1/plots:
    get:
      operationId: getFarmV1Plot
      responses:
        "200":
          description: It.
          content: { application/json: { schema: { $ref: "#/components/schemas/Plot" } } }`,
        schemas: `
    Plot: { type: object, required: [id], properties: { id: { type: integer } } }`,
      }),
    );
    const alone = createTypeChecker(only);
    expect(alone.errorsInFiles()).toEqual([]);
    expect(
      alone.errorsIn(`import { api, farmV1, type paths, type Plot } from "./index.js";\n${PLOT}
      export type Found = paths["/farm/v1/plots"]; export { api, farmV1 };`),
    ).toEqual([]);
    expect(
      alone.errorsIn(`import type { operations, Plot } from "./index.js";
      export const plot: Plot = { id: 1 };
      type Content = operations["getFarmV1Plot"]["responses"][200]["content"];
      export const content: Content["application/json"] = plot;
      // @ts-expect-error a plot has a number
      export const other: Content["application/json"] = { id: "x" };`),
    ).toEqual([]);
  });

  it("are in its module alone if there are several services", () => {
    expect(files.get("index.ts")).not.toContain("export type *");
    expect(
      checker.errorsIn(`import type { operations } from "./garden-v2.js"; export type All = operations;`),
    ).toEqual([]);
    expect(
      checker.errorsIn(`import type { operations } from "./index.js"; export type All = operations;`),
    ).not.toEqual([]);
  });
});

describe("A service alone", () => {
  it.each(["./index.js", "./garden-v2.js"])("is an API of %s", (module) => {
    const code = `
      import { gardenV2 } from "${module}";
      const garden = createClient({ api: gardenV2 });
      export const list = garden.garden.v2.plants.list();
      export const get = garden.GET("/garden/v2/plants");`;
    expect(errorsIn(code)).toEqual([]);
    expect(errorsIn(`${code}\nexport const other = garden.garden.v1;`)).toEqual([
      expect.stringContaining("Property 'v1' does not exist"),
    ]);
    expect(errorsIn(`${code}\nexport const other = garden.paginate("/garden/v1/plants");`)).toHaveLength(1);
  });

  const TEXTS: readonly (readonly [string, string])[] = [
    ["client.garden", "Garden: `/garden/v1`."],
    ["client.garden.v1", "Garden, `/garden/v1`."],
    ["client.garden.v1.plants", "Plants of a garden. They cannot be moved."],
  ];

  it.each(TEXTS)("says at %s what it is", (expression, text) => {
    const code = `
      import { createClientFor } from "../core.js";
      import { gardenV1 } from "./garden-v1.js";
      declare const auth: Parameters<typeof createClientFor>[1];
      const client = createClientFor(gardenV1, auth);
      export const plants = client.garden.v1.plants;`;
    expect(checker.comment(code, expression)).toBe(text);
  });

  it.each([
    ["client.garden", "Garden: `/garden/v1`, `/garden/v2`."],
    ["client.garden.v2", "Garden, `/garden/v2`."],
  ])("says at %s what it is among all services", (expression, text) => {
    const code = `
      import type { Resources } from "./index.js";
      declare const client: Resources;
      export const plants = client.garden.v2.plants;`;
    expect(checker.comment(code, expression)).toBe(text);
  });

  it("composes with another", () => {
    const code = `
      import { gardenV1, gardenV2 } from "./index.js";
      declare function join<A, B>(a: A, b: B): A & B;
      const garden = createClient({ api: join(gardenV1, gardenV2) });
      export const first: Promise<string> = garden.garden.v1.plants.get("1", { bed: "1" }).then(({ id }) => id);
      export const second = garden.garden.v2.plants.list();
      export const paths = [
        garden.GET("/garden/v2/plants"),
        garden.paginate("/garden/v1/plants", { params: { query: { bed: "1" } } }),
      ];`;
    expect(errorsIn(code)).toEqual([]);
    expect(errorsIn(`${code}\nexport const third = garden.garden.v3;`)).toHaveLength(1);
  });

  it("takes no other into a bundle", async () => {
    const all = await bundled('import { api } from "./index.js"; console.log(api);');
    expect(all).toContain('"/garden/v1/plants"');
    expect(all).toContain('"/garden/v2/plants"');
    const one = await bundled('import { gardenV2 } from "./index.js"; console.log(gardenV2);');
    expect(one).not.toContain("/garden/v1/");
    expect(one).toContain('"/garden/v2/plants"');
  });

  it("has a name that a constant may have", async () => {
    const operation = "get: { responses: { 200: { description: It. } } }";
    const paths = ["/api", "/new", "/2nd/v1/things"].map((path) => `\n  ${path}: { ${operation} }`).join("");
    const { files: odd } = await generateFrom(documentOf({ paths }));
    expect(createTypeChecker(odd).errorsInFiles()).toEqual([]);
  });
});
