// Closing accounts, and what an admin does about a lost phone.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  disablePerson,
  enablePerson,
  requestLink,
  resetSecondFactor,
  signOutPerson,
  spendLink,
  startAuthSession,
} from "~/domain/accounts/accounts.server";
import { listAuthSessions } from "~/domain/accounts/signing-in/auth.server";
import { findPersonByEmail } from "~/domain/bookings/bookings.server";
import { holds } from "~/domain/context";
import { assignTrainer } from "~/domain/sessions/sessions.server";
import { listPool } from "~/domain/trainers/trainers.server";
import { Forbidden, NotFound } from "~/shared/problems";
import { digestOf, inShort, nothing, watch } from "../support-check/ledger";
import { expectTurnedAway, type PeopleCast, peopleCast } from "./people-cast";

const done = { ok: true, value: null };
const no = (reason: string) => ({ ok: false, reason });

const signIn = (cast: PeopleCast, personId: string) =>
  startAuthSession(cast, { personId, method: "password", device: "a test" });

function giveFactor({ db, tables }: PeopleCast, personId: string) {
  db.insert(tables.secondFactors)
    .values({ personId, sealedKey: "sealed", startedAt: 1, confirmedAt: 1 })
    .run();
  db.insert(tables.recoveryCodes).values({ personId, codeHash: "x", madeAt: 1 }).run();
}

test("whoever has left is signed out at once and stays on record; again changes nothing", async () => {
  const cast = peopleCast();
  for (const who of [cast.coordinator, cast.admin]) {
    const leaver = cast.person({ roles: ["trainer"] });
    const sessionId = cast.session();
    const bookingId = cast.book(sessionId, leaver);
    await signIn(cast, leaver);
    await signIn(cast, leaver);
    const added = watch(cast);
    expect(disablePerson(cast.as(who), leaver)).toEqual(done);
    expect(cast.row(leaver)).toMatchObject({ disabledAt: cast.clock.now() });
    expect(listAuthSessions(cast, leaver)).toEqual([]);
    expect(() => cast.as(leaver)).toThrow("No such person");
    expect(cast.db.select().from(cast.tables.bookings).all()).toContainEqual(
      expect.objectContaining({ id: bookingId, state: "confirmed" }),
    );
    expect(inShort(added())).toEqual({ audit: ["accounts.disabled"], messages: [] });
    expect(added().audit[0]).toMatchObject({ aboutPersonId: leaver, actorPersonId: who });
    cast.clock.forward(1000);
    const before = digestOf(cast.db);
    expect(disablePerson(cast.as(who), leaver)).toEqual(done);
    expect(digestOf(cast.db)).toBe(before);
  }
});

test("a link that waits in a leaver's mailbox opens nothing, not even when the account is opened again", async () => {
  const cast = peopleCast();
  const leaver = cast.person();
  requestLink({ ...cast.stranger }, { email: cast.row(leaver).email, returnTo: "/" });
  const link = cast.db.select().from(cast.tables.signInLinks).get();
  disablePerson(cast.as(cast.admin), leaver);
  enablePerson(cast.as(cast.admin), leaver);
  const spent = await spendLink(cast.stranger, { linkId: link?.id ?? "", device: null });
  expect(spent).toEqual(no("already used"));
});

test("a trainer who has left is in no list to pick from, and is put on no session", () => {
  const cast = peopleCast();
  const trainer = cast.trainer();
  const sessionId = cast.session();
  const ctx = cast.as(cast.coordinator);
  disablePerson(ctx, trainer);
  expect(listPool(cast)).toEqual([]);
  expect(findPersonByEmail(ctx, cast.row(trainer).email)).toBeNull();
  const assignment = { sessionId, personId: trainer, part: "lead" as const };
  expect(assignTrainer(ctx, assignment)).toEqual(no("not in the pool"));
  enablePerson(ctx, trainer);
  expect(listPool(cast)).toHaveLength(1);
  expect(assignTrainer(ctx, assignment)).toEqual(done);
});

test("somebody who comes back may sign in again with the roles they had", () => {
  const cast = peopleCast();
  const leaver = cast.person({ roles: ["trainer"] });
  const ctx = cast.as(cast.coordinator);
  disablePerson(ctx, leaver);
  const added = watch(cast);
  expect(enablePerson(ctx, leaver)).toEqual(done);
  expect(holds(cast.as(leaver).actor, "trainer")).toBe(true);
  expect(inShort(added())).toEqual({ audit: ["accounts.enabled"], messages: [] });
  const before = digestOf(cast.db);
  expect(enablePerson(ctx, leaver)).toEqual(done);
  expect(digestOf(cast.db)).toBe(before);
});

test("an account that was merged or erased is not opened again", () => {
  const cast = peopleCast();
  const merged = cast.change(cast.person(), { disabledAt: 1, mergedIntoId: cast.person() });
  const erased = cast.change(cast.person(), { disabledAt: 1, erasedAt: 1 });
  const before = digestOf(cast.db);
  expect(enablePerson(cast.as(cast.admin), merged)).toEqual(no("merged"));
  expect(enablePerson(cast.as(cast.admin), erased)).toEqual(no("erased"));
  expect(digestOf(cast.db)).toBe(before);
});

test("nobody closes their own account here, or the last admin's; only admins close an admin's", () => {
  const cast = peopleCast();
  const { admin, coordinator } = cast;
  const before = digestOf(cast.db);
  expect(disablePerson(cast.as(coordinator), coordinator)).toEqual(no("own account"));
  expect(disablePerson(cast.as(admin), admin)).toEqual(no("own account"));
  expect(disablePerson(cast.asSystem, admin)).toEqual(no("last admin"));
  expect(() => disablePerson(cast.as(coordinator), admin)).toThrow(Forbidden);
  expect(digestOf(cast.db)).toBe(before);

  // Two admins close each other's accounts at the same moment: the one who comes second still holds the role they read.
  const second = cast.person({ roles: ["admin"] });
  const [first, late] = [cast.as(admin), cast.as(second)];
  expect(disablePerson(first, second)).toEqual(done);
  expect(disablePerson(late, admin)).toEqual(no("last admin"));
  expect(() => enablePerson(cast.as(coordinator), second)).toThrow(Forbidden);
});

test("nobody else closes or opens accounts", () => {
  const cast = peopleCast();
  const personId = cast.person();
  const away = [...cast.nobodies(), cast.as(cast.lead), cast.as(cast.healthLead)];
  expectTurnedAway(cast, away, (ctx) => disablePerson(ctx, personId), Forbidden);
  expectTurnedAway(cast, away, (ctx) => enablePerson(ctx, personId), Forbidden);
  expectTurnedAway(cast, away, (ctx) => disablePerson(ctx, "nobody"), Forbidden);
  expectTurnedAway(cast, [cast.as(cast.admin)], (ctx) => disablePerson(ctx, "nobody"), NotFound);
});

test("a lost second factor is taken off by an admin: the person is signed out and told", async () => {
  const cast = peopleCast();
  const personId = cast.person({ name: "Lost Phone", roles: ["coordinator"] });
  giveFactor(cast, personId);
  const other = cast.person();
  giveFactor(cast, other);
  await signIn(cast, personId);
  await signIn(cast, other);
  const added = watch(cast);
  expect(resetSecondFactor(cast.as(cast.admin), personId)).toEqual(done);
  const { secondFactors, recoveryCodes } = cast.tables;
  const left = cast.db.select().from(secondFactors).all();
  expect(left.map((factor) => factor.personId)).toEqual([other]);
  expect(cast.db.select().from(recoveryCodes).where(eq(recoveryCodes.personId, personId)).all()).toEqual([]);
  expect(listAuthSessions(cast, personId)).toEqual([]);
  expect(listAuthSessions(cast, other)).toHaveLength(1);
  expect(added()).toMatchObject({
    audit: [{ action: "accounts.second factor removed", actorPersonId: cast.admin, aboutPersonId: personId }],
    messages: [
      {
        kind: "account changed",
        toPersonId: personId,
        facts: { personName: "Lost Phone", change: "second factor reset" },
      },
    ],
  });
  const before = digestOf(cast.db);
  expect(resetSecondFactor(cast.as(cast.admin), personId)).toEqual(done);
  expect(digestOf(cast.db)).toBe(before);
});

test("nobody else takes a second factor off, and an admin not their own", () => {
  const cast = peopleCast();
  const personId = cast.person();
  giveFactor(cast, personId);
  giveFactor(cast, cast.admin);
  const away = [...cast.nobodies(), cast.as(cast.lead), cast.as(cast.coordinator), cast.as(personId)];
  expectTurnedAway(cast, away, (ctx) => resetSecondFactor(ctx, personId), Forbidden);
  expectTurnedAway(cast, [cast.as(cast.admin)], (ctx) => resetSecondFactor(ctx, "nobody"), NotFound);
  const before = digestOf(cast.db);
  expect(resetSecondFactor(cast.as(cast.admin), cast.admin)).toEqual(no("own account"));
  expect(digestOf(cast.db)).toBe(before);
});

test("an admin signs somebody out everywhere; someone who is signed in nowhere, nothing happens to", async () => {
  const cast = peopleCast();
  const personId = cast.person();
  await signIn(cast, personId);
  await signIn(cast, personId);
  const away = [...cast.nobodies(), cast.as(cast.lead), cast.as(cast.coordinator)];
  expectTurnedAway(cast, away, (ctx) => signOutPerson(ctx, personId), Forbidden);
  expectTurnedAway(cast, [cast.as(cast.admin)], (ctx) => signOutPerson(ctx, "nobody"), NotFound);
  const added = watch(cast);
  signOutPerson(cast.as(cast.admin), personId);
  expect(listAuthSessions(cast, personId)).toEqual([]);
  expect(added()).toMatchObject({
    audit: [{ action: "accounts.signed out everywhere", aboutPersonId: personId, detail: { places: 2 } }],
  });
  const after = watch(cast);
  signOutPerson(cast.as(cast.admin), personId);
  expect(inShort(after())).toEqual(nothing);
});
