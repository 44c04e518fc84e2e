// Sizes that read well. A longer file stands in the exceptions with its reason.
import ts from "typescript";
import type { Rule } from "../rule";
import { callsIn, type Source } from "../source";

const mostOfAny = 250;
const mostOfARoute = 120;
const mostOfACommand = 80;

/** A command is what opens a transaction in a room. */
const isCommand = (source: Source) =>
  /^app\/domain\/.+\.server\.ts$/.test(source.path) &&
  [...callsIn(source)].some(
    ({ expression }) => ts.isIdentifier(expression) && expression.text === "transact",
  );

function mostOf(source: Source): number {
  if (/^app\/routes\/[^/]+\/route\.tsx?$/.test(source.path)) return mostOfARoute;
  return isCommand(source) ? mostOfACommand : mostOfAny;
}

const long = (count: number, line = "const a = 1;\n") => line.repeat(count);

export const sizes: Rule = {
  name: "no file is longer than reads well",
  check: (sources) =>
    sources
      .filter((source) => source.lines > mostOf(source))
      .map((source) => ({
        path: source.path,
        line: source.lines,
        problem: `has ${source.lines} lines; ${mostOf(source)} read well`,
      })),
  control: {
    sound: {
      "app/shared/full.ts": long(250),
      "app/routes/full/route.tsx": long(120),
      "app/domain/bookings/full.server.ts": `transact(db, work);\n${long(79)}`,
      "app/domain/bookings/full-queries.server.ts": long(250),
    },
    broken: [
      ["app/shared/broken.ts", long(251)],
      ["app/styles/_broken.scss", long(251, "a { b: c; }\n")],
      ["app/routes/broken/route.tsx", long(121)],
      ["app/domain/bookings/broken.server.ts", `transact(db, work);\n${long(80)}`],
      ["app/domain/bookings/places/broken.server.ts", `transact(db, work);\n${long(80)}`],
    ],
  },
};
