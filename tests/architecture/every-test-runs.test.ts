// A test that no project includes would never run, and nobody would notice.
import { expect, it } from "vitest";
import config from "../../remix.config.js";
import { readHouse } from "./source";

/** A pattern of files as the configuration writes it: two stars for folders, one for a name, braces for a choice. */
function patternOf(glob: string): RegExp {
  const written = glob
    .replace(/[.+^$()|[\]]/g, "\\$&")
    .replace(/\{([^}]*)\}/g, (_all, choice: string) => `(${choice.replace(/,/g, "|")})`)
    .replace(/\*\*\//g, "(?:[^/]+/)~")
    .replace(/\*/g, "[^/]*")
    .replace(/~/g, "*");
  return new RegExp(`^${written}$`);
}

const included = (config.test?.projects ?? []).flatMap((project) =>
  typeof project === "object" && "test" in project ? (project.test?.include ?? []) : [],
);
const runs = (path: string) => included.some((glob) => patternOf(glob).test(path));

it("every test belongs to a project", () => {
  const tests = readHouse().filter(({ path }) => /\.test\.\w+$/.test(path));
  expect(tests.map(({ path }) => path).filter((path) => !runs(path))).toEqual([]);
});

it("control: tells a test that would not run", () => {
  expect(runs("tests/architecture/rules/deep/house.test.ts")).toBe(true);
  expect(runs("tests/journeys/public-pages.test.ts")).toBe(true);
  expect(runs("tests/elsewhere/house.test.ts")).toBe(false);
  expect(runs("tests/architecture/house.spec.ts")).toBe(false);
});
