// What the buttons of a person's page do, and what they do not.
import { expect, test } from "vitest";
import { startAuthSession } from "~/domain/accounts/accounts.server";
import { minutes } from "~/shared/clock";
import { peopleCast } from "../domain/accounts/people-cast";
import { contentOf, digestOf, inShort, nothing, watch } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, siteOf, wordsOf } from "../domain/support-check/site";
import { watchLog } from "../support/log";
import { webOf } from "../support/web";

type Form = Record<string, string | string[]>;

function setting() {
  const cast = peopleCast();
  const open = siteOf(cast);
  const page = (id: string) => `/admin/people/${id}`;
  const send = (id: string, form: Form, as: string) => open(page(id), { form, as });
  return { ...cast, open, page, send };
}

test("each button leads back to the page, which says what was done", async () => {
  const { send, open, joiner, person, coordinator, admin, row, rolesOf } = setting();
  const id = joiner();
  const steps: [Form, string, string][] = [
    [{ intent: "confirm" }, coordinator, "Their agency is confirmed"],
    [{ intent: "decline" }, coordinator, "Their agency is declined"],
    [{ intent: "agency", agencyId: "health" }, coordinator, "Their agency is changed"],
    [{ intent: "roles", roles: ["trainer", "sdg_member"] }, admin, "Their roles are changed"],
    [{ intent: "roles", had: ["trainer", "sdg_member"], roles: "trainer" }, admin, "Their roles are changed"],
    [{ intent: "disable" }, coordinator, "Their account is closed"],
    [{ intent: "enable" }, coordinator, "Their account is open again"],
    [{ intent: "sign-out" }, admin, "They are signed out everywhere"],
    [{ intent: "second-step" }, admin, "Their second step is taken off"],
  ];
  for (const [form, as, said] of steps) {
    const answer = await send(id, form, as);
    expect(answer.status).toBe(302);
    expect(answer.to).toMatch(new RegExp(`^/admin/people/${id}\\?done=`));
    const back = await open(answer.to ?? "", { as });
    expect(wordsOf(back)).toContain(said);
    expect(brokenReferences(back)).toEqual([]);
  }
  expect(row(id)).toMatchObject({ agencyId: "health", agencyStanding: "confirmed", disabledAt: null });
  expect(rolesOf(id)).toEqual(["trainer"]);
  const nothingDone = await open(`/admin/people/${person()}?done=constructor`, { as: admin });
  expect(wordsOf(nothingDone)).not.toContain("Success");
});

test("a role that is taken away bites on the next request, with the same cookie", async () => {
  const world = setting();
  const { open, send, person, admin } = world;
  const trainer = person({ roles: ["trainer", "coordinator"] });
  const cookie = await webOf(world).cookieOf(trainer);
  expect((await open("/manage", { cookie })).status).toBe(200);
  expect((await open("/trainer", { cookie })).status).toBe(200);
  await send(trainer, { intent: "roles", had: ["trainer", "coordinator"], roles: ["trainer"] }, admin);
  expect((await open("/manage", { cookie })).status).toBe(403);
  expect((await open("/trainer", { cookie })).status).toBe(200);
  expect((await open("/my", { cookie })).status).toBe(200);
  await send(trainer, { intent: "disable" }, admin);
  expect((await open("/my", { cookie })).to).toMatch(/^\/sign-in/);
});

test("what somebody else changed meanwhile is left alone", async () => {
  const { send, person, admin, rolesOf } = setting();
  const id = person({ roles: ["scrutineer"] });
  // Two admins have the page open; the first gives a role, and the second ticks another.
  await send(id, { intent: "roles", had: ["scrutineer"], roles: ["scrutineer", "trainer"] }, admin);
  await send(id, { intent: "roles", had: ["scrutineer"], roles: ["scrutineer", "sdg_member"] }, admin);
  expect(rolesOf(id)).toEqual(["scrutineer", "sdg_member", "trainer"]);
});

test("a coordinator gives the role of trainer; asking for more is turned away and nothing changes", async () => {
  const world = setting();
  const { open, page, send, person, coordinator, rolesOf } = world;
  const id = person({ roles: ["scrutineer"] });
  const shown = await open(page(id), { as: coordinator });
  expect(shown.html.match(/name="roles"/g)).toHaveLength(1);
  expect(wordsOf(shown)).toContain("Independent scrutineer: since 3 November 2026");
  const before = contentOf(world.db);
  const forms: Form[] = [
    { intent: "roles", roles: ["trainer", "admin"] },
    { intent: "roles", had: ["scrutineer"], roles: [] },
    { intent: "sign-out" },
    { intent: "second-step" },
  ];
  for (const form of forms) expect((await send(id, form, coordinator)).status).toBe(403);
  expect((await send(coordinator, { intent: "roles", roles: "admin" }, coordinator)).status).toBe(403);
  expect(contentOf(world.db)).toBe(before);
  await send(id, { intent: "roles", roles: "trainer" }, coordinator);
  expect(rolesOf(id)).toEqual(["scrutineer", "trainer"]);
});

test("fields that a form does not have are ignored", async () => {
  const { send, joiner, row, rolesOf, coordinator } = setting();
  const id = joiner();
  const extra = {
    agencyId: "health",
    agencyStanding: "declined",
    role: "admin",
    roles: "admin",
    had: "trainer",
    status: "confirmed",
    name: "Other",
    email: "other@example.org",
    disabledAt: "1",
    personId: coordinator,
    id: coordinator,
  };
  await send(id, { ...extra, intent: "confirm" }, coordinator);
  expect(row(id)).toMatchObject({ agencyId: "police", agencyStanding: "confirmed", name: "Jo Joiner" });
  expect(row(id)).toMatchObject({ disabledAt: null, email: `${id}@police.example.org` });
  expect(rolesOf(id)).toEqual([]);
  await send(id, { ...extra, intent: "agency" }, coordinator);
  expect(row(id)).toMatchObject({ agencyId: "health", agencyStanding: "confirmed", name: "Jo Joiner" });
  expect(row(coordinator)).toMatchObject({ agencyId: "police" });
  expect(rolesOf(coordinator)).toEqual(["coordinator"]);
});

test("a refusal is told where it can be put right, and nothing changes", async () => {
  const world = setting();
  const { send, person, admin, coordinator, change } = world;
  const left = change(person(), { disabledAt: 1 });
  const id = person();
  const before = digestOf(world.db, ["auth_sessions", "audit_entries"]);
  const added = watch(world);
  const cases: [string, Form, string, string, string | null][] = [
    [admin, { intent: "roles", had: "admin" }, admin, "Keep your own admin role", "#field-roles"],
    [admin, { intent: "disable" }, admin, "This is your own account", null],
    [left, { intent: "roles", roles: "trainer" }, coordinator, "Open their account first", null],
    [left, { intent: "agency", agencyId: "health" }, coordinator, "Open their account first", null],
    [left, { intent: "confirm" }, coordinator, "Open their account first", null],
    [id, { intent: "agency", agencyId: "nowhere" }, coordinator, "Select an agency", "#field-agencyId"],
    [id, { intent: "agency" }, coordinator, "Select an agency", "#field-agencyId"],
    [admin, { intent: "second-step" }, admin, "Change your own second step", null],
    [id, { intent: "constructor" }, admin, "Choose what to do", null],
    [id, {}, admin, "Choose what to do", null],
  ];
  for (const [about, form, as, said, to] of cases) {
    const answer = await send(about, form, as);
    expect(answer.status).toBe(400);
    expect(errorSummaryOf(answer)).toMatchObject([{ message: expect.stringContaining(said), to }]);
    expect(brokenReferences(answer)).toEqual([]);
  }
  // The page that says no is looked at.
  expect(new Set(inShort(added()).audit)).toEqual(new Set(["accounts.viewed"]));
  expect(digestOf(world.db, ["auth_sessions", "audit_entries"])).toBe(before);
});

test("a coordinator does not close an admin's account, and the page says why", async () => {
  const world = setting();
  const { open, page, send, admin, coordinator } = world;
  expect(wordsOf(await open(page(admin), { as: coordinator }))).toContain("only another admin can close it");
  const added = watch(world);
  expect((await send(admin, { intent: "disable" }, coordinator)).status).toBe(403);
  expect(inShort(added())).toEqual(nothing);
});

test("taking off a second step asks an admin to prove again who they are", async () => {
  const world = setting();
  const { open, page, person, admin, db, tables, clock } = world;
  const id = person();
  db.insert(tables.secondFactors)
    .values({ personId: id, sealedKey: "x", startedAt: 1, confirmedAt: 1 })
    .run();
  await startAuthSession(world, { personId: id, method: "link", device: null });
  const cookie = await webOf(world).cookieOf(admin);
  clock.forward(minutes(16));
  const asked = await open(page(id), { form: { intent: "second-step" }, cookie });
  expect(asked.to).toBe(`/sign-in/again?to=${encodeURIComponent(page(id))}`);
  expect(db.select().from(tables.secondFactors).all()).toHaveLength(1);
  expect((await open(page(id), { form: { intent: "sign-out" }, cookie })).to).toContain("done=signed-out");
});

test("role changes are in the log, with who and whom", async () => {
  const { send, person, admin } = setting();
  const id = person({ roles: ["trainer"] });
  const lines = watchLog();
  await send(id, { intent: "roles", had: "trainer", roles: "coordinator" }, admin);
  const deeds = lines().filter(({ msg }) => msg === "done");
  expect(deeds).toMatchObject([
    { deed: "accounts.role removed", personId: admin, aboutPersonId: id, detail: { role: "trainer" } },
    { deed: "accounts.role granted", personId: admin, aboutPersonId: id, detail: { role: "coordinator" } },
  ]);
});

test("a lead's posts to this page are turned away", async () => {
  const world = setting();
  const { send, joiner, lead } = world;
  const id = joiner();
  const before = contentOf(world.db);
  for (const intent of ["confirm", "decline", "agency", "roles", "disable", "enable", "sign-out"])
    expect((await send(id, { intent, agencyId: "health", roles: "admin" }, lead)).status).toBe(403);
  expect(contentOf(world.db)).toBe(before);
});
