// Habits of the scripts that browsers run, and of those that only the tests run. ESLint's own recommended rules, and a few that
// keep to today's JavaScript and keep texts from becoming markup.
import js from "@eslint/js";
import globals from "globals";
import { defineConfig } from "eslint/config";


const MARKUP = "makes markup or a script of a text: elements are made one by one, and the library's own markup passes page/own.js";

/** What takes comments and spaces out of the scripts (rjsmin) ends a template at the next backtick. */
const NESTED = { selector: "TemplateLiteral TemplateLiteral", message: "a template within a template is not read right by rjsmin" };

export default defineConfig({
  extends: [js.configs.recommended],
  languageOptions: { ecmaVersion: 2024, sourceType: "module" },
  linterOptions: { reportUnusedDisableDirectives: "error" },
  rules: {
    "arrow-body-style": "error",
    "consistent-return": "error",
    curly: "error",
    eqeqeq: "error",
    "logical-assignment-operators": "error",
    "max-lines": ["error", 400],
    "max-lines-per-function": ["error", 60],
    "no-else-return": "error",
    "no-implicit-globals": "error",
    "no-loop-func": "error",
    "no-param-reassign": "error",
    "no-shadow": "error",
    "no-unneeded-ternary": "error",
    "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    "no-useless-rename": "error",
    "no-var": "error",
    "object-shorthand": "error",
    "prefer-arrow-callback": "error",
    "prefer-const": "error",
    "prefer-destructuring": ["error", { VariableDeclarator: { object: true, array: false } }],
    "prefer-object-has-own": "error",
    "prefer-rest-params": "error",
    "prefer-spread": "error",
    "prefer-template": "error",
    strict: ["error", "never"],
  },
}, {
  files: ["overrides/**/*.js", "hooks/**/*.js"],
  rules: {
    "no-eval": "error",
    "no-implied-eval": "error",
    "no-new-func": "error",
    "no-restricted-globals": ["error", { name: "DOMParser", message: MARKUP }],
    "no-restricted-properties": ["error",
      ...["insertAdjacentHTML", "setHTMLUnsafe", "parseHTMLUnsafe", "createContextualFragment"].map((property) => ({ property, message: MARKUP })),
      { object: "document", property: "write", message: MARKUP },
    ],
    "no-restricted-syntax": ["error", NESTED,
      { selector: "AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/]", message: MARKUP },
    ],
  },
}, {
  files: ["overrides/**/*.js"],
  languageOptions: { globals: globals.browser },
}, {
  // The one door.
  files: ["overrides/assets/javascripts/page/own.js"],
  rules: { "no-restricted-syntax": ["error", NESTED] },
}, {
  files: ["hooks/library/offline/worker.js"],
  languageOptions: { sourceType: "script", globals: globals.serviceworker },
  rules: { "no-implicit-globals": "off" },
}, {
  // Made by Snowball's compiler, which knows labels and no functions.
  files: ["overrides/assets/javascripts/search/stemmers/*.js"],
  rules: { curly: "off", "max-lines": "off", "max-lines-per-function": "off", "no-param-reassign": "off", "prefer-template": "off", "prefer-destructuring": "off", "no-unused-labels": "off", "no-else-return": "off" },
}, {
  files: ["form/*.js"],
  languageOptions: { globals: globals.browser },
}, {
  files: ["tests/**/*.js", "tests/**/*.mjs", "form/*.mjs"],
  languageOptions: { globals: globals.node },
});
