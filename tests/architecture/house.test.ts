// The rules of the house, held against its own source. What each says stands in rules/; who is let off, in exceptions.ts.
import { expect, it } from "vitest";
import { exceptions } from "./exceptions";
import { holdRule, type Rule } from "./rule";
import { noClockNoChance } from "./rules/clock-and-chance";
import { fileRules } from "./rules/files";
import { names } from "./rules/names";
import { partsOfTheHouse } from "./rules/parts";
import { plain } from "./rules/plain";
import { roomRules } from "./rules/rooms";
import { routes } from "./rules/routes";
import { sizes } from "./rules/sizes";
import { tables } from "./rules/tables";
import { readHouse } from "./source";

const house = readHouse();
const rules: Rule[] = [
  partsOfTheHouse,
  ...roomRules,
  ...fileRules,
  ...tables,
  noClockNoChance,
  ...plain,
  ...routes,
  ...names,
  sizes,
];

for (const rule of rules) holdRule(rule, () => house);

it("every exception is from a rule that there is", () => {
  expect(exceptions.filter(({ rule }) => !rules.some(({ name }) => name === rule))).toEqual([]);
});
