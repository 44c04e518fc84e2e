// Who says whether somebody works for an agency, and what becomes of it.
import { expect, test } from "vitest";
import { changeAgency, confirmAgency, declineAgency } from "~/domain/accounts/accounts.server";
import type { Context } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { digestOf, inShort, watch } from "../support-check/ledger";
import { expectTurnedAway, type PeopleCast, peopleCast } from "./people-cast";

const done = { ok: true, value: null };

/** Those who may settle the agency of someone who says they work for the police. */
const settlers = (cast: PeopleCast): Context[] => [
  cast.as(cast.lead),
  cast.as(cast.coordinator),
  cast.as(cast.admin),
];

test.each(["lead", "coordinator", "admin"] as const)("the %s confirms; the person is told, once", (who) => {
  const cast = peopleCast();
  const joiner = cast.joiner();
  const ctx = cast.as(cast[who]);
  const added = watch(cast);
  expect(confirmAgency(ctx, joiner)).toEqual(done);
  expect(cast.row(joiner)).toMatchObject({ agencyId: "police", agencyStanding: "confirmed" });
  expect(added()).toMatchObject({
    audit: [
      {
        action: "accounts.agency confirmed",
        actorPersonId: cast[who],
        aboutPersonId: joiner,
        subjectKind: "person",
        subjectId: joiner,
        detail: { agencyId: "police" },
      },
    ],
    messages: [
      {
        kind: "agency confirmed",
        toPersonId: joiner,
        toEmail: `${joiner}@police.example.org`,
        facts: { personName: "Jo Joiner", agencyName: "Police" },
      },
    ],
  });
  const before = digestOf(cast.db);
  expect(confirmAgency(ctx, joiner)).toEqual(done);
  expect(digestOf(cast.db)).toBe(before);
});

test("a confirmed person can book, and could not before", () => {
  const cast = peopleCast();
  const joiner = cast.joiner();
  const sessionId = cast.session();
  expect(() => cast.book(sessionId, joiner)).toThrow("agency not confirmed");
  confirmAgency(cast.as(cast.lead), joiner);
  expect(cast.book(sessionId, joiner)).toBeTruthy();
});

test("declining is told, once; a later yes is told too", () => {
  const cast = peopleCast();
  for (const ctx of settlers(cast)) {
    const joiner = cast.joiner();
    const added = watch(cast);
    expect(declineAgency(ctx, joiner)).toEqual(done);
    expect(cast.row(joiner).agencyStanding).toBe("declined");
    const before = digestOf(cast.db);
    expect(declineAgency(ctx, joiner)).toEqual(done);
    expect(digestOf(cast.db)).toBe(before);
    confirmAgency(ctx, joiner);
    expect(inShort(added())).toEqual({
      audit: ["accounts.agency declined", "accounts.agency confirmed"],
      messages: ["agency declined", "agency confirmed"],
    });
  }
});

test("a lead takes no confirmation back; a coordinator may", () => {
  const cast = peopleCast();
  const colleague = cast.person();
  const before = digestOf(cast.db);
  expect(declineAgency(cast.as(cast.lead), colleague)).toEqual({ ok: false, reason: "confirmed already" });
  expect(digestOf(cast.db)).toBe(before);
  expect(declineAgency(cast.as(cast.coordinator), colleague)).toEqual(done);
});

test("to everybody else, another agency's lead too, there is no such person", () => {
  const cast = peopleCast();
  const joiner = cast.joiner();
  const away = [...cast.nobodies(), cast.as(cast.healthLead), cast.as(cast.unconfirmedLead)];
  expectTurnedAway(cast, away, (ctx) => confirmAgency(ctx, joiner), NotFound);
  expectTurnedAway(cast, away, (ctx) => declineAgency(ctx, joiner), NotFound);
  expectTurnedAway(cast, settlers(cast), (ctx) => confirmAgency(ctx, "nobody"), NotFound);
});

test("a lead whose own agency is not confirmed does not confirm themselves", () => {
  const cast = peopleCast();
  const own = cast.unconfirmedLead;
  expectTurnedAway(cast, [cast.as(own)], (ctx) => confirmAgency(ctx, own), NotFound);
  expect(confirmAgency(cast.as(cast.lead), own)).toEqual(done);
});

test("somebody who has left is not written to", () => {
  const cast = peopleCast();
  const joiner = cast.change(cast.joiner(), { disabledAt: 1 });
  const before = digestOf(cast.db);
  for (const ctx of settlers(cast)) {
    const refusal = { ok: false, reason: "has left" };
    expect(confirmAgency(ctx, joiner)).toEqual(refusal);
    expect(declineAgency(ctx, joiner)).toEqual(refusal);
  }
  const move = changeAgency(cast.as(cast.coordinator), { personId: joiner, agencyId: "health" });
  expect(move).toEqual({ ok: false, reason: "has left" });
  expect(digestOf(cast.db)).toBe(before);
});

test("a coordinator or admin moves somebody, confirmed and told; again changes nothing", () => {
  const cast = peopleCast();
  for (const who of [cast.coordinator, cast.admin]) {
    const personId = cast.joiner();
    const ctx = cast.as(who);
    const added = watch(cast);
    expect(changeAgency(ctx, { personId, agencyId: "health" })).toEqual(done);
    expect(cast.row(personId)).toMatchObject({ agencyId: "health", agencyStanding: "confirmed" });
    expect(added()).toMatchObject({
      audit: [
        {
          action: "accounts.agency changed",
          aboutPersonId: personId,
          detail: { from: "police", to: "health" },
        },
      ],
      messages: [{ kind: "agency confirmed", toPersonId: personId, facts: { agencyName: "Health" } }],
    });
    const before = digestOf(cast.db);
    expect(changeAgency(ctx, { personId, agencyId: "health" })).toEqual(done);
    expect(digestOf(cast.db)).toBe(before);
  }
});

test("moving somebody to where they say they are confirms them", () => {
  const cast = peopleCast();
  const joiner = cast.joiner();
  const added = watch(cast);
  expect(changeAgency(cast.as(cast.coordinator), { personId: joiner, agencyId: "police" })).toEqual(done);
  expect(inShort(added())).toEqual({
    audit: ["accounts.agency confirmed"],
    messages: ["agency confirmed"],
  });
});

test("a lead who moves leads no more", () => {
  const cast = peopleCast();
  const added = watch(cast);
  changeAgency(cast.as(cast.admin), { personId: cast.lead, agencyId: "health" });
  expect(cast.rolesOf(cast.lead)).toEqual([]);
  expect(inShort(added()).audit).toEqual(["accounts.agency changed", "accounts.role removed"]);
  const joiner = cast.joiner("health");
  expect(() => confirmAgency(cast.as(cast.lead), joiner)).toThrow(NotFound);
});

test("nobody else moves people, and nobody moves them to an agency that is not there", () => {
  const cast = peopleCast();
  const personId = cast.person();
  const away = [...cast.nobodies(), cast.as(cast.lead), cast.as(cast.healthLead)];
  expectTurnedAway(cast, away, (ctx) => changeAgency(ctx, { personId, agencyId: "health" }), Forbidden);
  const ctx = cast.as(cast.coordinator);
  const before = digestOf(cast.db);
  expect(changeAgency(ctx, { personId, agencyId: "nowhere" })).toEqual({
    ok: false,
    reason: "no such agency",
  });
  expect(() => changeAgency(ctx, { personId: "nobody", agencyId: "health" })).toThrow(NotFound);
  expect(digestOf(cast.db)).toBe(before);
});
