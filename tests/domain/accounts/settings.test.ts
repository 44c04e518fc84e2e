// The partnership's settings, and who would have to set up a second factor.
import { expect, test } from "vitest";
import {
  changeSettings,
  countRoleHolders,
  countUnconfirmed,
  countUnsentMessages,
  readPartnership,
} from "~/domain/accounts/accounts.server";
import { Forbidden } from "~/shared/problems";
import { digestOf, watch } from "../support-check/ledger";
import { expectTurnedAway, peopleCast } from "./people-cast";

function settingsOf(cast: ReturnType<typeof peopleCast>) {
  const { id: _one, logoPath: _logo, ...settings } = readPartnership(cast);
  return settings;
}

test("an admin changes settings; the entry names the fields and not what is in them", () => {
  const cast = peopleCast();
  const settings = settingsOf(cast);
  const added = watch(cast);
  const after = { ...settings, contactName: "The training team", brandColour: "#4B1D3F" };
  expect(changeSettings(cast.as(cast.admin), after)).toEqual({ ok: true, value: null });
  expect(readPartnership(cast)).toMatchObject({ contactName: "The training team", brandColour: "#4b1d3f" });
  expect(added().audit).toMatchObject([
    {
      action: "accounts.settings changed",
      actorPersonId: cast.admin,
      subjectKind: "partnership",
      detail: { fields: ["contactName", "brandColour"] },
    },
  ]);
  expect(JSON.stringify(added())).not.toContain("training team");
  const before = digestOf(cast.db);
  changeSettings(cast.as(cast.admin), settingsOf(cast));
  expect(digestOf(cast.db)).toBe(before);
});

test("the roles that ask for a second factor count from the next page on, in whatever order they are ticked", () => {
  const cast = peopleCast();
  const settings = settingsOf(cast);
  const before = digestOf(cast.db);
  const reversed = { ...settings, secondFactorRoles: [...settings.secondFactorRoles].reverse() };
  changeSettings(cast.as(cast.admin), reversed);
  expect(digestOf(cast.db)).toBe(before);
  const added = watch(cast);
  changeSettings(cast.as(cast.admin), { ...settings, secondFactorRoles: ["admin"] });
  expect(readPartnership(cast).secondFactorRoles).toEqual(["admin"]);
  expect(added().audit[0]?.detail).toEqual({ fields: ["secondFactorRoles"] });
});

test.each([
  ["blue", "not a colour"],
  ["#12345g", "not a colour"],
  ["#ffdd00", "too pale"],
  // Well enough on white, not on its own tint, where links stand too.
  ["#767676", "too pale"],
])("the colour %s is refused: %s", (brandColour, reason) => {
  const cast = peopleCast();
  const before = digestOf(cast.db);
  const answer = changeSettings(cast.as(cast.admin), { ...settingsOf(cast), brandColour });
  expect(answer).toEqual({ ok: false, reason });
  expect(digestOf(cast.db)).toBe(before);
});

test("nobody else changes settings or counts what waits", () => {
  const cast = peopleCast();
  const settings = { ...settingsOf(cast), name: "Taken over", secondFactorRoles: [] };
  const away = [...cast.nobodies(), cast.as(cast.lead), cast.as(cast.coordinator)];
  expectTurnedAway(cast, away, (ctx) => changeSettings(ctx, settings), Forbidden);
  expectTurnedAway(cast, away, countRoleHolders, Forbidden);
  expectTurnedAway(cast, away, countUnsentMessages, Forbidden);
  expectTurnedAway(cast, [...cast.nobodies(), cast.as(cast.lead)], countUnconfirmed, Forbidden);
});

test("counts who holds each role and lacks a second factor; leavers and half-made ones do not count", () => {
  const cast = peopleCast();
  const { db, tables } = cast;
  const factor = (personId: string, confirmedAt: number | null) =>
    db.insert(tables.secondFactors).values({ personId, sealedKey: "x", startedAt: 1, confirmedAt }).run();
  factor(cast.person({ roles: ["trainer"] }), 1);
  factor(cast.person({ roles: ["trainer"] }), null);
  cast.change(cast.person({ roles: ["trainer"] }), { disabledAt: 1 });
  const holders = countRoleHolders(cast.as(cast.admin));
  expect(holders.find(({ role }) => role === "trainer")).toEqual({ role: "trainer", people: 3, without: 2 });
  expect(holders.find(({ role }) => role === "admin")).toEqual({ role: "admin", people: 1, without: 1 });
});

test("counts accounts that wait, those declined, and messages that did not go", () => {
  const cast = peopleCast();
  cast.joiner();
  cast.change(cast.joiner(), { disabledAt: 1 });
  cast.change(cast.person(), { agencyStanding: "declined" });
  // The lead who moved waits too.
  expect(countUnconfirmed(cast.as(cast.coordinator))).toEqual({ awaiting: 2, declined: 1 });
  cast.book(cast.session(), cast.person());
  expect(countUnsentMessages(cast.as(cast.admin))).toEqual({ troubled: 0, waiting: 1 });
  cast.db.update(cast.tables.outbox).set({ state: "failed" }).run();
  expect(countUnsentMessages(cast.as(cast.admin))).toEqual({ troubled: 1, waiting: 0 });
});
