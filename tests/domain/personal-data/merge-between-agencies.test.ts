// Merging an account into one of another agency, or at another organisation's address: what must not go over does not.
import { describe, expect, test } from "vitest";
import { requestLink, signInWithIdentity, spendLink } from "~/domain/accounts/accounts.server";
import { previewMerge } from "~/domain/personal-data/personal-data.server";
import { makeWorld } from "../../support/world";
import { watch } from "../support-check/ledger";
import { adminOf, changePerson, merged, personRow } from "./kept-records";

const old = "ann@police.example.org";
const issuer = "https://sso.police.example.org";

function twoAccounts(kept: { email: string; agencyId: string }) {
  const world = makeWorld();
  const fromId = world.person({ name: "Ann Learner", roles: ["agency_lead", "trainer"] });
  const intoId = world.person({ name: "Ann Learner", agencyId: kept.agencyId });
  changePerson(world, fromId, { email: old });
  changePerson(world, intoId, { email: kept.email });
  world.db
    .insert(world.tables.externalIdentities)
    .values({ issuer, subject: "ann-1", personId: fromId, linkedAt: 1 })
    .run();
  const ctx = adminOf(world);
  const preview = previewMerge(ctx, { fromId, intoId });
  const signOn = (subject: string) =>
    signInWithIdentity(
      world.stranger,
      { identity: { issuer, subject }, email: old, secondFactor: true, device: null },
      ["police.example.org"],
    );
  const openLink = () => {
    requestLink(world.stranger, { email: old, returnTo: "/" });
    const linkId = world.db.select().from(world.tables.signInLinks).all().at(-1)?.id ?? "";
    return spendLink(world.stranger, { linkId, device: null });
  };
  const rolesOfKept = () =>
    world.db
      .select()
      .from(world.tables.roleGrants)
      .all()
      .filter(({ personId }) => personId === intoId)
      .map(({ role }) => role);
  const identities = () => world.db.select().from(world.tables.externalIdentities).all();
  return { world, fromId, intoId, ctx, preview, signOn, openLink, rolesOfKept, identities };
}

describe("into an account at another organisation's address", () => {
  const kept = { email: "ann@health.example.org", agencyId: "health" };
  const closed = { ok: false, reason: "account closed" };

  test("the old organisation's word and mailbox open nothing", async () => {
    const { world, fromId, intoId, ctx, preview, signOn, openLink, identities } = twoAccounts(kept);
    expect(preview).toMatchObject({
      moves: { roles: 1, identities: 0 },
      behind: { lead: true, waysIn: true },
    });
    expect(merged(world, fromId, intoId, ctx).moved).toEqual(preview.moves);
    expect(identities()).toEqual([]);
    for (const subject of ["ann-1", "another"]) expect(await signOn(subject)).toEqual(closed);
    expect(await openLink()).toEqual(closed);
    expect(identities()).toEqual([]);
    expect(world.db.select().from(world.tables.authSessions).all()).toEqual([]);
  });

  test("leading the old agency stays behind, audited; other roles go over", () => {
    const { world, fromId, intoId, ctx, rolesOfKept } = twoAccounts(kept);
    const added = watch(world);
    merged(world, fromId, intoId, ctx);
    expect(rolesOfKept()).toEqual(["trainer"]);
    expect(added().audit).toMatchObject([
      { action: "accounts.role removed", aboutPersonId: fromId, detail: { role: "agency_lead" } },
      { action: "accounts.role removed", aboutPersonId: fromId, detail: { role: "trainer" } },
      { action: "accounts.role granted", aboutPersonId: intoId, detail: { role: "trainer" } },
      { action: "personal-data.merged", detail: { moved: { roles: 1, identities: 0 } } },
    ]);
    expect(added().audit).toHaveLength(4);
  });

  test.each(["police.example.org.health.example.org", "apolice.example.org", "team.police.example.org"])(
    "a domain that only looks alike is another: %s",
    async (domain) => {
      const { world, fromId, intoId, ctx, openLink, identities } = twoAccounts({
        email: `ann@${domain}`,
        agencyId: "police",
      });
      merged(world, fromId, intoId, ctx);
      expect(await openLink()).toEqual(closed);
      expect(identities()).toEqual([]);
    },
  );

  test("once the kept account has moved to another organisation's address, the old one opens it no more", async () => {
    const within = twoAccounts({ email: "a.learner@police.example.org", agencyId: "police" });
    merged(within.world, within.fromId, within.intoId, within.ctx);
    expect((await within.openLink()).ok).toBe(true);
    changePerson(within.world, within.intoId, { email: kept.email });
    expect(await within.openLink()).toEqual(closed);
  });
});

test("within one organisation, whatever the case of the letters, both ways in and the lead go over", async () => {
  const found = twoAccounts({ email: "A.Learner@Police.Example.ORG", agencyId: "police" });
  const { world, fromId, intoId, ctx, preview, signOn, openLink, rolesOfKept, identities } = found;
  expect(preview).toMatchObject({ moves: preview.from.holds, behind: { lead: false, waysIn: false } });
  merged(world, fromId, intoId, ctx);
  expect(rolesOfKept().sort()).toEqual(["agency_lead", "trainer"]);
  expect(identities()).toMatchObject([{ personId: intoId }]);
  expect(await openLink()).toMatchObject({ ok: true, value: { to: "signed in", personId: intoId } });
  expect(await signOn("ann-1")).toMatchObject({ ok: true, value: { personId: intoId } });
});

test("each colleague whose line manager's address is rewritten has an entry that says so", () => {
  const { world, fromId, intoId, ctx } = twoAccounts({ email: "al@police.example.org", agencyId: "police" });
  const colleagues = [world.person(), world.person()];
  for (const id of colleagues) changePerson(world, id, { lineManagerEmail: old.toUpperCase() });
  changePerson(world, intoId, { lineManagerEmail: old });
  const added = watch(world);
  merged(world, fromId, intoId, ctx);
  const entries = added().audit.filter(({ action }) => action === "accounts.details changed");
  expect(entries).toMatchObject(
    colleagues.map((id) => ({
      subjectKind: "person",
      subjectId: id,
      aboutPersonId: id,
      detail: { fields: ["lineManagerEmail"] },
    })),
  );
  expect(entries).toHaveLength(2);
  expect(colleagues.map((id) => personRow(world, id)?.lineManagerEmail)).toEqual([
    "al@police.example.org",
    "al@police.example.org",
  ]);
  expect(personRow(world, intoId)?.lineManagerEmail).toBeNull();
});
