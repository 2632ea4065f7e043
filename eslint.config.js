import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";

export default defineConfig(
  globalIgnores([
    "build/",
    "dist/",
    "coverage/",
    "src/generated/",
    "test/fixtures/",
    // A project of its own, with a tsconfig.json of its own.
    "examples/audit/",
    // Its libraries are installed with the tarball only.
    "test/consumers/programs/hooks.ts",
  ]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ["*.js"] } } },
    rules: {
      // `Record<string, unknown>["name"]` is how noPropertyAccessFromIndexSignature wants what the compiler cannot know.
      "@typescript-eslint/dot-notation": "off",
      // A number or a status in a message needs no String().
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      // `() => controller.abort()` reads well; the rule is for confusion that strict return types rule out.
      "@typescript-eslint/no-confusing-void-expression": "off",
      // What was caught is passed on as it is.
      "@typescript-eslint/prefer-promise-reject-errors": ["error", { allowThrowingUnknown: true }],
      // `||` is meant where an empty string or a falsy body is to give way too.
      "@typescript-eslint/prefer-nullish-coalescing": "off",
      // openapi-fetch's type parameters extend `{}`, so those of its drop-in do.
      "@typescript-eslint/no-empty-object-type": ["error", { allowWithName: "^AnyPaths$" }],
      // One concern a file; what is generated and what is data are not linted.
      "max-lines": ["error", 250],
    },
  },
  {
    // A text that a user gives must not keep an expression busy: its time may grow with the length alone.
    files: ["src/**", "scripts/**"],
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
      "regexp/no-super-linear-move": ["error", { report: "potential" }],
    },
  },
  {
    // What is compiled only is never run, and says what the compiler is to allow or to refuse.
    files: ["test/types/**", "test/consumers/programs/**"],
    rules: {
      "@typescript-eslint/no-meaningless-void-operator": "off",
      "@typescript-eslint/no-require-imports": "off",
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    files: ["**/*.js", "**/*.mjs", "**/*.cjs"],
    extends: [tseslint.configs.disableTypeChecked],
    rules: {
      "@typescript-eslint/explicit-module-boundary-types": "off",
      "@typescript-eslint/no-require-imports": "off",
    },
    // TypeScript knows the globals of the other files; these are what Node and the other runtimes have.
    languageOptions: {
      globals: {
        AbortController: true,
        Request: true,
        Response: true,
        URL: true,
        URLSearchParams: true,
        btoa: true,
        clearTimeout: true,
        console: true,
        fetch: true,
        performance: true,
        process: true,
        require: true,
        setTimeout: true,
      },
    },
  },
);
