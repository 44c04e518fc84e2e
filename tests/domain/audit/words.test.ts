// Words for every deed, and no personal words in any entry.
import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { auditActions, auditGroups, deedInWords, groupOf } from "~/domain/audit/audit";
import { detailInWords } from "~/domain/audit/words";

const named = (kind: string, id: string) => `${kind} ${id}`;
const says = (action: string, detail: unknown) => detailInWords(action, detail, named);

describe("words", () => {
  it.each(auditActions)("%s", (action) => {
    expect(deedInWords(action)).toMatch(/^[A-Z].{3,}[^.]$/);
    expect(auditGroups[groupOf(action)]).toBeTruthy();
  });

  it("no two deeds of one group read the same", () => {
    const read = auditActions.map((action) => `${groupOf(action)}: ${deedInWords(action)}`);
    expect(new Set(read).size).toBe(read.length);
  });

  it.each([
    ["accounts.role granted", { role: "sdg_member" }, "strategic delivery group member"],
    ["accounts.signed in", { method: "link" }, "with an emailed link"],
    ["accounts.agency changed", { from: "a", to: "b" }, "from agency a to agency b"],
    ["accounts.recovery code used", { left: 0 }, "none left"],
    ["accounts.settings changed", { fields: ["name", "place", "colour"] }, "name, place and colour"],
    ["accounts.disabled", {}, ""],
    ["accounts.viewed", {}, ""],
    [
      "bookings.cancelled",
      { sessionId: "s", from: "confirmed", reasonGiven: true },
      "it was: confirmed; a reason is kept with the booking",
    ],
    ["bookings.confirmed", { sessionId: "s", from: null }, ""],
    [
      "bookings.marked",
      { meeting: 2, mark: null, before: "late" },
      "meeting 2: mark taken back, before: late",
    ],
    ["personal-data.merged", { from: "x", into: "y" }, "person x into person y"],
    ["personal-data.retention run", { rule: "leavers", rows: 1 }, "leavers: 1 row"],
    ["audit.exported", { rows: 50_000 }, "50,000 entries"],
  ])("%s says %j as %j", (action, detail, words) => {
    expect(says(action, detail)).toBe(words);
  });

  it("an entry that says something else than these words know is shown without, not lost", () => {
    for (const action of [...auditActions, "cellar.flooded", "__proto__", "toString"]) {
      expect(says(action, {})).toEqual(expect.any(String));
      expect(says(action, null)).toEqual(expect.any(String));
      expect(says(action, { fields: 3, role: {}, meetings: "x" })).toEqual(expect.any(String));
    }
  });
});

/** Where personal words could hide: a field of plain text, or one whose name says what it holds. */
function breachesIn(code: string): string[] {
  const tree = ts.createSourceFile("actions.ts", code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const personal =
    /name|mail|address|phone|need|diet|text|note|comment|answer$|title|team|manager|password|secret|token|code$|hash/i;
  const look = (node: ts.Node): void => {
    if (ts.isPropertySignature(node) && !ts.isStringLiteral(node.name)) {
      const name = node.name.getText();
      const counted = /^(number|boolean|true)$/.test(node.type?.getText() ?? "");
      if (!counted && personal.test(name)) found.push(`${name} could hold something personal`);
      if (/\b(string|unknown|any|object)\b/.test(node.type?.getText() ?? "any"))
        found.push(`${name} could hold anything: say Id, Kind or Field`);
    }
    ts.forEachChild(node, look);
  };
  look(tree);
  return found;
}

describe("no entry can hold what a person typed", () => {
  const code = readFileSync("app/domain/audit/actions.ts", "utf8");

  it("every field of every detail is an id, a kind, a count or a date", () => {
    expect(breachesIn(code)).toEqual([]);
  });

  it.each(["name: Id", "email: Kind", "accessNeeds: Kind", "reason: string", "more: Record<Kind, unknown>"])(
    "control: { %s } would be noticed",
    (field) => {
      expect(breachesIn(`type D = { "accounts.broken": { ${field} } };`)).toHaveLength(1);
    },
  );
});
