import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  globalIgnores(["dist/", "coverage/", "src/generated/", "test/fixtures/"]),
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
      // `||` is meant where an empty string or a falsy body is to give way too.
      "@typescript-eslint/prefer-nullish-coalescing": "off",
    },
  },
  {
    // Type tests are never run, and what they write is wrong on purpose.
    files: ["test/types/**"],
    rules: {
      "@typescript-eslint/no-meaningless-void-operator": "off",
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    files: ["**/*.js", "**/*.mjs"],
    extends: [tseslint.configs.disableTypeChecked],
    // There is nowhere to write a type.
    rules: { "@typescript-eslint/explicit-module-boundary-types": "off" },
    // TypeScript knows the globals of the other files; these run on Node.
    languageOptions: {
      globals: {
        btoa: true,
        console: true,
        fetch: true,
        performance: true,
        process: true,
        Request: true,
        Response: true,
        setTimeout: true,
        URL: true,
      },
    },
  },
);
