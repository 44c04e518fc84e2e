// The list of people, its download, and what a person's page shows to whom.
import { expect, test } from "vitest";
import { peopleCast } from "../domain/accounts/people-cast";
import { inShort, watch } from "../domain/support-check/ledger";
import { brokenReferences, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { watchLog } from "../support/log";

function setting() {
  const cast = peopleCast();
  const open = siteOf(cast);
  const page = (id: string) => `/admin/people/${id}`;
  return { ...cast, open, page };
}

test("the list is found by name, tells each one's agency and roles, and leads to their page", async () => {
  const { open, coordinator, admin, change, person, joiner } = setting();
  const ann = person({ name: "Ann O’Neill", roles: ["trainer", "sdg_member"] });
  joiner("health", "Ann Other");
  change(person({ name: "Ann Gone" }), { disabledAt: Date.UTC(2026, 8, 1) });
  for (const as of [coordinator, admin]) {
    const found = await open("/admin/people?q=ann+", { as });
    expect(found.status).toBe(200);
    expect(titleOf(found)).toMatch(/^People – /);
    const words = wordsOf(found);
    expect(words).toContain("2 people");
    expect(words).toMatch(/Ann O’Neill .*@police\.example\.org Police Front line .*Trainer/);
    expect(words).toContain("Strategic delivery group member");
    expect(words).toMatch(/Ann Other .* Health Awaiting confirmation/);
    expect(words).not.toContain("Ann Gone");
    expect(found.html).toContain(`href="/admin/people/${ann}"`);
    expect(brokenReferences(found)).toEqual([]);
  }
  const left = wordsOf(await open("/admin/people?q=ann&left=left", { as: coordinator }));
  expect(left).toContain("Ann Gone");
  expect(left).toContain("Left 1 September 2026");
});

test("each filter in force can be taken away; what is none of the choices does not filter", async () => {
  const { open, coordinator } = setting();
  const found = await open("/admin/people?role=agency_lead&agency=health&standing=bogus&left=maybe", {
    as: coordinator,
  });
  expect(wordsOf(found)).toContain("1 person Remove filter Health Remove filter Agency lead");
  expect(found.html).toContain('href="/admin/people?role=agency_lead"');
  expect(wordsOf(found)).not.toContain("bogus");
});

test("nobody found: why, and what to do; and odd addresses harm nothing", async () => {
  const { open, coordinator } = setting();
  const none = wordsOf(await open("/admin/people?q=%25_%27%22%3Cb%3E", { as: coordinator }));
  expect(none).toContain("Nobody fits this search");
  for (const odd of ["page=-1", "page=9999", "page=x", "q=%00", `q=${"x".repeat(5000)}`, "role=constructor"])
    expect((await open(`/admin/people?${odd}`, { as: coordinator })).status).toBe(200);
});

test("long lists come a page at a time, filters kept", async () => {
  const { open, coordinator, person } = setting();
  for (let n = 0; n < 51; n++) person({ agencyId: "health", name: `Many ${String(n).padStart(2, "0")}` });
  const first = await open("/admin/people?q=many", { as: coordinator });
  expect(titleOf(first)).toMatch(/^People \(page 1 of 2\)/);
  expect(first.html).toContain("/admin/people?q=many&amp;page=2");
  const second = wordsOf(await open("/admin/people?q=many&page=2", { as: coordinator }));
  expect(second).toContain("Many 50");
  expect(second).not.toContain("Many 49");
});

test("the download holds those found, harmless to a spreadsheet, without needs; it is audited and logged", async () => {
  const world = setting();
  const { open, coordinator, change, person } = world;
  change(person({ name: "=cmd|' /C calc'!A0", agencyId: "health" }), {
    accessNeeds: "A ramp",
    jobTitle: "+44",
  });
  const added = watch(world);
  const lines = watchLog();
  const file = await open("/admin/people.csv?agency=health", { as: coordinator, form: {} });
  expect(file.status).toBe(200);
  const [heading, ...rows] = file.html.replace("\ufeff", "").trim().split("\r\n");
  expect(heading).toBe(
    "Name,Email address,Agency,Agency confirmed,Kind of work,Job title,Team,Roles,Left on",
  );
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatch(/^'=cmd\|' \/C calc'!A0,.*,Health,Yes,Front line,'\+44,,,$/);
  expect(rows[1]).toMatch(/^Health lead,.*,Agency lead,$/);
  expect(file.html).not.toContain("ramp");
  expect(added().audit).toMatchObject([{ action: "accounts.people exported", detail: { rows: 2 } }]);
  expect(lines()).toContainEqual(
    expect.objectContaining({ deed: "accounts.people exported", personId: coordinator }),
  );
});

test("the list is not taken by looking at its address, which leads to the page with the button", async () => {
  const world = setting();
  const { open, coordinator } = world;
  const added = watch(world);
  for (let n = 0; n < 11; n++) {
    const looked = await open("/admin/people.csv?agency=health&page=2", { as: coordinator });
    expect([looked.status, looked.to]).toEqual([302, "/admin/people?agency=health"]);
  }
  expect(inShort(added())).toEqual({ audit: [], messages: [] });
  const page = await open("/admin/people?agency=health", { as: coordinator });
  expect(page.html).toContain('<form method="post" action="/admin/people.csv?agency=health"');
  expect(page.html).not.toContain('href="/admin/people.csv');
  expect((await open("/admin/people.csv?agency=health", { as: coordinator, form: {} })).status).toBe(200);
});

test("the list is not taken away over and over", async () => {
  const { open, coordinator, admin } = setting();
  for (let n = 0; n < 10; n++)
    expect((await open("/admin/people.csv", { as: coordinator, form: {} })).status).toBe(200);
  const eleventh = await open("/admin/people.csv", { as: coordinator, form: {} });
  expect(eleventh.status).toBe(429);
  expect((await open("/admin/people.csv", { as: admin, form: {} })).status).toBe(200);
});

test("a person's page: their details, bookings and record, without the link that joins a session", async () => {
  const world = setting();
  const { open, page, coordinator, admin, change, person } = world;
  const ann = change(person({ name: "آن \u2067x Ann" }), {
    jobTitle: "Nurse",
    team: "A&E",
    lineManagerEmail: "boss@example.org",
    accessNeeds: "A ramp",
  });
  const link = "https://meet.example.org/secret-room";
  const sessionId = world.session({ mode: "online", venueId: null, joiningLink: link });
  const bookingId = world.book(sessionId, ann);
  const seen = await open(page(ann), { as: coordinator });
  const words = wordsOf(seen);
  for (const said of ["Nurse", "A&E", "boss@example.org (has no account)", "A ramp", "Neglect", "Confirmed"])
    expect(words).toContain(said);
  expect(seen.html).toContain(`href="/bookings/${bookingId}"`);
  expect(seen.html).not.toContain("secret-room");
  expect(seen.html).toContain(`<bdi>${"آن"}`);
  expect(brokenReferences(seen)).toEqual([]);

  // What is sent but not shown can be read too.
  const sent = await open(`${page(ann)}.data`, { as: coordinator });
  expect(sent.html).toContain("A ramp");
  expect(sent.html).not.toContain("secret-room");

  const asAdmin = await open(page(ann), { as: admin });
  const sentToAdmin = await open(`${page(ann)}.data`, { as: admin });
  expect(sentToAdmin.html).toContain("Nurse");
  expect(asAdmin.html + sentToAdmin.html).not.toMatch(/A ramp|secret-room/);
  expect(asAdmin.html).not.toContain(`/bookings/${bookingId}`);
  expect(asAdmin.html).toContain(`href="/admin/people/${ann}/merge"`);
  expect(asAdmin.html).toContain(`href="/admin/people/${ann}/erasure"`);
  expect(asAdmin.html).toContain(`href="/admin/audit?person=${ann}"`);
  expect(seen.html).not.toMatch(/\/(merge|erasure)"/);
  expect(brokenReferences(asAdmin)).toEqual([]);
});

test("looking is recorded, once an hour; one's own page is not", async () => {
  const world = setting();
  const { open, page, coordinator, person } = world;
  const ann = person();
  const added = watch(world);
  await open(page(ann), { as: coordinator });
  await open(page(ann), { as: coordinator });
  await open(page(coordinator), { as: coordinator });
  expect(inShort(added())).toEqual({ audit: ["accounts.viewed"], messages: [] });
  expect(added().audit[0]).toMatchObject({ actorPersonId: coordinator, aboutPersonId: ann });
  expect((await open(page("nobody"), { as: coordinator })).status).toBe(404);
});

test("each kind of account has a page: merged, erased, left, and one's own", async () => {
  const { open, page, admin, change, person } = setting();
  const kept = person({ name: "Kept" });
  const merged = change(person(), { disabledAt: 1, mergedIntoId: kept });
  const erased = change(person({ name: "Erased person" }), { disabledAt: 1, erasedAt: 1 });
  const left = change(person({ roles: ["trainer"] }), { disabledAt: 1 });
  const words = async (id: string) => wordsOf(await open(page(id), { as: admin }));
  expect(await words(merged)).toContain("Merged into Kept");
  expect(await words(merged)).not.toContain("Open their account again");
  expect(await words(erased)).not.toContain("Open their account again");
  expect(await words(left)).toContain("Open their account again");
  expect(await words(left)).not.toContain("Save roles");
  const own = await words(admin);
  expect(own).toContain("This is your own account: someone else has to close it.");
  expect(own).not.toContain("Close their account");
});
