// Boards with their marks, and the strategic delivery groups that report to them.
import { expect, test } from "vitest";
import {
  addGroup,
  changeBoard,
  changeGroup,
  listBoards,
  listDeliveryGroups,
} from "~/domain/accounts/accounts.server";
import { contrastWithItsTint, contrastWithWhite } from "~/domain/accounts/partnership/contrast";
import { Forbidden, NotFound } from "~/shared/problems";
import { digestOf, watch } from "../support-check/ledger";
import { expectTurnedAway, peopleCast } from "./people-cast";

const kids = {
  code: "KIDS",
  name: "Children's board",
  concern: "children",
  shape: "circle" as const,
  colour: "#0b5772",
};
const done = { ok: true, value: null };

test("an admin changes a board; the entry names the fields; the same again changes nothing", () => {
  const cast = peopleCast();
  const ctx = cast.as(cast.admin);
  const before = digestOf(cast.db);
  expect(changeBoard(ctx, kids)).toEqual(done);
  expect(digestOf(cast.db)).toBe(before);
  const added = watch(cast);
  expect(changeBoard(ctx, { ...kids, shape: "hexagon", colour: "#4B1D3F" })).toEqual(done);
  expect(listBoards(cast)[0]).toMatchObject({
    code: "KIDS",
    shape: "hexagon",
    colour: "#4b1d3f",
    position: 1,
  });
  expect(added()).toMatchObject({
    audit: [
      {
        action: "accounts.board changed",
        subjectKind: "board",
        subjectId: "KIDS",
        detail: { fields: ["shape", "colour"] },
      },
    ],
    messages: [],
  });
});

test.each([
  [{ name: "ADULTS' board" }, "name taken"],
  [{ shape: "square" as const }, "shape taken"],
  [{ colour: "blue" }, "not a colour"],
  [{ colour: "#fff;}body{" }, "not a colour"],
  [{ colour: "#0b57721" }, "not a colour"],
  [{ colour: "#ffdd00" }, "too pale"],
  // 4.48 to 1.
  [{ colour: "#777777" }, "too pale"],
])("%j is refused: %s", (mistake, reason) => {
  const cast = peopleCast();
  const before = digestOf(cast.db);
  expect(changeBoard(cast.as(cast.admin), { ...kids, ...mistake })).toEqual({ ok: false, reason });
  expect(digestOf(cast.db)).toBe(before);
});

test("contrast is measured as WCAG does", () => {
  expect(contrastWithWhite("#000000")).toBe(21);
  expect(contrastWithWhite("#ffffff")).toBe(1);
  expect(contrastWithWhite("#777777")).toBeCloseTo(4.48, 2);
  expect(contrastWithWhite("#767676")).toBeCloseTo(4.54, 2);
  expect(contrastWithWhite("#0072b2")).toBeCloseTo(5.19, 2);
  expect(contrastWithItsTint("#767676")).toBeLessThan(4.5);
  expect(contrastWithItsTint("#0b5772")).toBeGreaterThan(4.5);
});

test("a group is added, renamed and reports to other boards", () => {
  const cast = peopleCast();
  const ctx = cast.as(cast.admin);
  const added = watch(cast);
  expect(addGroup(ctx, { name: "Workforce", boards: ["ADULT", "KIDS", "KIDS"] })).toEqual(done);
  const [group] = listDeliveryGroups(ctx);
  expect(group).toMatchObject({ name: "Workforce", boards: ["KIDS", "ADULT"] });
  const id = group?.id ?? "";
  expect(changeGroup(ctx, { id, name: "Workforce Development", boards: ["ADULT"] })).toEqual(done);
  expect(listDeliveryGroups(ctx)).toMatchObject([{ name: "Workforce Development", boards: ["ADULT"] }]);
  const subject = { subjectKind: "strategic delivery group", subjectId: id };
  expect(added()).toMatchObject({
    audit: [
      { action: "accounts.group added", ...subject },
      { action: "accounts.group changed", ...subject, detail: { fields: ["name", "boards"] } },
    ],
    messages: [],
  });
  const before = digestOf(cast.db);
  expect(changeGroup(ctx, { id, name: "Workforce Development", boards: ["ADULT"] })).toEqual(done);
  const taken = { ok: false, reason: "name taken" };
  expect(addGroup(ctx, { name: "workforce development", boards: [] })).toEqual(taken);
  const stray = { id, name: "Workforce Development", boards: ["NONE"] };
  expect(changeGroup(ctx, stray)).toEqual({ ok: false, reason: "no such board" });
  expect(digestOf(cast.db)).toBe(before);
});

test("nobody but an admin changes boards and groups", () => {
  const cast = peopleCast();
  const away = [...cast.nobodies(), cast.as(cast.lead), cast.as(cast.coordinator)];
  const group = { name: "Workforce", boards: [] };
  expectTurnedAway(cast, away, (ctx) => changeBoard(ctx, { ...kids, name: "Other" }), Forbidden);
  expectTurnedAway(cast, away, (ctx) => addGroup(ctx, group), Forbidden);
  expectTurnedAway(cast, away, (ctx) => changeGroup(ctx, { id: "x", ...group }), Forbidden);
  const admin = [cast.as(cast.admin)];
  expectTurnedAway(cast, admin, (ctx) => changeBoard(ctx, { ...kids, code: "NONE" }), NotFound);
  expectTurnedAway(cast, admin, (ctx) => changeGroup(ctx, { id: "nowhere", ...group }), NotFound);
});
