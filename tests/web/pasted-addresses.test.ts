// Addresses as they come from an email program, a spreadsheet or a list.
import { expect, test } from "vitest";
import { readPasted } from "~/web/pasted-addresses";

test.each([
  ["one per line", "ann@a.example\nbob@b.example\r\n\r\n cas@c.example "],
  ["commas", "ann@a.example, bob@b.example,cas@c.example"],
  ["semicolons", "ann@a.example; bob@b.example;cas@c.example;"],
  ["names", "Ann A <ann@a.example>; Bob <bob@b.example>\nCas <cas@c.example>"],
  ["surnames first", "Aa, Ann <ann@a.example>; Bee, Bob <bob@b.example>; Cas <cas@c.example>"],
  [
    "surnames first, with commas between",
    '"Aa, Ann" <ann@a.example>, Bee, Bob <bob@b.example>, cas@c.example',
  ],
  ["capitals and twice", "ANN@A.example, ann@a.example, bob@b.example, Cas <CAS@c.example>"],
  ["columns of a spreadsheet", "Ann A\tann@a.example\tTeam 1\nBob\tbob@b.example\t\n\tcas@c.example\tTeam 2"],
  ["links", "mailto:ann@a.example\nbob@b.example\nmailto:cas@c.example"],
])("%s", (_, text) => {
  expect(readPasted(text)).toEqual({
    emails: ["ann@a.example", "bob@b.example", "cas@c.example"],
    unreadable: [],
  });
});

test("what holds no address is given back as it was typed, and the others are read", () => {
  expect(readPasted("ann@a.example, bob at b, <cas@>, cas@c.example\ndee@d..example")).toEqual({
    emails: ["ann@a.example", "cas@c.example"],
    unreadable: ["bob at b", "<cas@>", "dee@d..example"],
  });
  expect(readPasted("")).toEqual({ emails: [], unreadable: [] });
  expect(readPasted(" \n;,;\n")).toEqual({ emails: [], unreadable: [] });
});
