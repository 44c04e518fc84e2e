// A team's page: an agency lead's own agency, a line manager's reports, and nobody else's.
import { expect, test } from "vitest";
import { peopleCast } from "../domain/accounts/people-cast";
import { contentOf, inShort, nothing, watch } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { watchLog } from "../support/log";
import { webOf } from "../support/web";
import { frontOf } from "../web/front";

type Form = Record<string, string>;

function setting() {
  const cast = peopleCast();
  const open = siteOf(cast);
  const reply = (form: Form, as: string) => open("/team", { form, as });
  return { ...cast, open, reply };
}

test("a lead answers in the row: those who wait come first, and are told", async () => {
  const world = setting();
  const { open, reply, lead, joiner, row, change, unconfirmedLead } = world;
  change(unconfirmedLead, { agencyStanding: "confirmed" });
  const joe = joiner("police", "Joe O’Joiner");
  const eve = joiner("police", "Eve");
  const page = await open("/team", { as: lead });
  expect(titleOf(page)).toMatch(/^Team – /);
  const words = wordsOf(page);
  expect(words).toMatch(/Do they work here\?.*Joe O’Joiner .*Confirm.*Does not work here.*Police/);
  expect(brokenReferences(page)).toEqual([]);
  const added = watch(world);
  const confirmed = await reply({ intent: "confirm", personId: joe }, lead);
  expect(confirmed.to).toBe("/team?done=confirmed");
  expect(wordsOf(await open(confirmed.to ?? "", { as: lead }))).toContain("They are confirmed and can book.");
  expect((await reply({ intent: "decline", personId: eve }, lead)).to).toBe("/team?done=declined");
  expect(row(joe).agencyStanding).toBe("confirmed");
  expect(row(eve).agencyStanding).toBe("declined");
  expect(inShort(added())).toEqual({
    audit: ["accounts.agency confirmed", "accounts.agency declined"],
    messages: ["agency confirmed", "agency declined"],
  });
  expect(wordsOf(await open("/team", { as: lead }))).not.toContain("Do they work here?");
});

test("two agencies, every id swapped: not found, and nothing changes", async () => {
  const world = setting();
  const { open, reply, lead, healthLead, joiner, person } = world;
  const theirs = {
    [lead]: [joiner("health"), person({ agencyId: "health" })],
    [healthLead]: [joiner(), person()],
  };
  const before = contentOf(world.db);
  for (const [as, ids] of Object.entries(theirs)) {
    for (const id of [...ids, "nobody", ""]) {
      for (const intent of ["confirm", "decline"])
        expect((await reply({ intent, personId: id, agencyId: "police" }, as)).status).toBe(404);
      if (id) expect((await open(`/team/people/${id}`, { as })).status).toBe(404);
    }
  }
  expect(contentOf(world.db)).toBe(before);
  const own = wordsOf(await open("/team?q=jo&agency=health&agencyId=health", { as: lead }));
  expect(own).not.toContain("Health");
});

test("somebody else's person is logged as not found, with who asked", async () => {
  const world = setting();
  const { lead, person } = world;
  const ask = frontOf(world);
  const lines = watchLog();
  const other = person({ agencyId: "health" });
  const reply = await ask(`/team/people/${other}`, { as: lead });
  expect(reply.status).toBe(404);
  expect(lines()).toContainEqual(
    expect.objectContaining({ path: `/team/people/${other}`, status: 404, personId: lead }),
  );
});

test("fields that the form does not have are ignored", async () => {
  const world = setting();
  const { reply, lead, joiner, row, rolesOf } = world;
  const joe = joiner();
  const extra = {
    agencyId: "health",
    agencyStanding: "declined",
    role: "admin",
    roles: "admin",
    status: "x",
  };
  await reply({ ...extra, intent: "confirm", personId: joe, name: "Other", disabledAt: "1" }, lead);
  expect(row(joe)).toMatchObject({ agencyId: "police", agencyStanding: "confirmed", name: "Jo Joiner" });
  expect(row(joe).disabledAt).toBeNull();
  expect([...rolesOf(joe), ...rolesOf(lead)]).toEqual(["agency_lead"]);
});

test("an reply that is none, or comes too late, changes nothing and says so", async () => {
  const world = setting();
  const { reply, lead, joiner, person, change } = world;
  const joe = joiner();
  const left = change(joiner(), { disabledAt: 1 });
  const colleague = person();
  const before = contentOf(world.db);
  for (const [form, said] of [
    [{ personId: joe }, "Answer with one of the buttons"],
    [{ personId: joe, intent: "constructor" }, "Answer with one of the buttons"],
    [{ personId: left, intent: "confirm" }, "Their account has been closed meanwhile"],
    [{ personId: colleague, intent: "decline" }, "They are confirmed already"],
  ] as const) {
    const refused = await reply(form, lead);
    expect(refused.status).toBe(400);
    expect(errorSummaryOf(refused)).toMatchObject([{ message: expect.stringContaining(said) }]);
  }
  expect(contentOf(world.db)).toBe(before);
});

test("the agency's people: found by name, a page at a time, each with what comes next", async () => {
  const { open, lead, person, session, book } = setting();
  const ann = person({ name: "Ann Booked" });
  const joining = "https://meet.example.org/secret-room";
  book(session({ mode: "online", venueId: null, joiningLink: joining }), ann);
  for (let n = 0; n < 30; n++) person({ name: `Many ${n}` });
  person({ name: "Ann Health", agencyId: "health" });
  const found = await open("/team?q=ANN", { as: lead });
  expect(wordsOf(found)).toContain("1 person with “ANN” in their name or address.");
  expect(wordsOf(found)).toMatch(/Ann Booked .* Neglect 17 November 2026/);
  const sent = await open("/team.data?q=ANN", { as: lead });
  expect(sent.html).toContain("Ann Booked");
  expect(found.html + sent.html).not.toMatch(/secret-room|Ann Health/);
  const many = await open("/team?q=many", { as: lead });
  expect(many.html).toContain("/team?q=many&amp;page=2#people");
  expect(wordsOf(await open("/team?q=nobody-at-all", { as: lead }))).toContain("Nobody fits this search");
  for (const odd of ["page=-1", "page=x", "q=%25", "done=constructor"])
    expect((await open(`/team?${odd}`, { as: lead })).status).toBe(200);
});

test("a record shows what was booked and attended, and nothing of needs; looking is recorded", async () => {
  const world = setting();
  const { open, lead, person, change, session, book } = world;
  const ann = change(person({ name: "Ann" }), { accessNeeds: "A ramp", dietaryNeeds: "No nuts" });
  const joining = "https://meet.example.org/secret-room";
  const past = book(session(), ann);
  world.db.update(world.tables.bookings).set({ state: "attended" }).run();
  book(session({ mode: "online", venueId: null, joiningLink: joining }), ann);
  const added = watch(world);
  const page = await open(`/team/people/${ann}`, { as: lead });
  const words = wordsOf(page);
  expect(words).toMatch(/Coming up .*Neglect .*Confirmed.*Record .*Neglect .*6 hours Attended/);
  const sent = await open(`/team/people/${ann}.data`, { as: lead });
  expect(sent.html).toContain("Neglect");
  expect(page.html + sent.html).not.toMatch(/ramp|nuts|secret-room/);
  expect(page.html).not.toContain(past);
  expect(brokenReferences(page)).toEqual([]);
  await open(`/team/people/${ann}`, { as: lead });
  expect(added().audit).toMatchObject([
    { action: "accounts.viewed", actorPersonId: lead, aboutPersonId: ann, screen: `GET /team/people/${ann}` },
  ]);
});

test("a line manager sees those who name them and no agency; one who leads too sees both", async () => {
  const { open, person, change, row, lead } = setting();
  const boss = person({ name: "Boss" });
  const report = change(person({ name: "Rhys Report", agencyId: "health" }), {
    lineManagerEmail: row(boss).email,
  });
  const words = wordsOf(await open("/team", { as: boss }));
  expect(words).toContain("People who name you as their line manager");
  expect(words).toContain("Rhys Report");
  expect(words).not.toContain("Police");
  expect((await open(`/team/people/${report}`, { as: boss })).status).toBe(200);
  expect((await open(`/team/people/${lead}`, { as: boss })).status).toBe(404);

  change(report, { lineManagerEmail: row(lead).email });
  const both = wordsOf(await open("/team", { as: lead }));
  expect(both).toMatch(/Rhys Report.*Police/);
  expect((await open("/team", { as: boss })).status).toBe(403);
});

test("a line manager answers for nobody's agency", async () => {
  const world = setting();
  const { open, person, change, row, joiner } = world;
  const boss = person();
  change(person(), { lineManagerEmail: row(boss).email });
  const joe = change(joiner(), { lineManagerEmail: row(boss).email });
  const before = contentOf(world.db);
  for (const intent of ["confirm", "decline"])
    expect((await open("/team", { form: { intent, personId: joe }, as: boss })).status).toBe(404);
  expect(wordsOf(await open("/team", { as: boss }))).not.toContain("Jo Joiner");
  expect(contentOf(world.db)).toBe(before);
});

test("a lead whose own agency is not confirmed sees nobody", async () => {
  const world = setting();
  const { open, unconfirmedLead, joiner, person } = world;
  joiner();
  const ann = person();
  const added = watch(world);
  const words = wordsOf(await open("/team", { as: unconfirmedLead }));
  expect(words).toBe(
    "Team Your own agency is not confirmed You see your agency’s people once a coordinator has confirmed that you work there.",
  );
  expect((await open(`/team/people/${ann}`, { as: unconfirmedLead })).status).toBe(404);
  expect(inShort(added())).toEqual(nothing);
});

test("the role of lead that is taken away closes the page on the next request", async () => {
  const world = setting();
  const { open, lead, admin } = world;
  const cookie = await webOf(world).cookieOf(lead);
  expect((await open("/team", { cookie })).status).toBe(200);
  await open(`/admin/people/${lead}`, { form: { intent: "roles", had: "agency_lead" }, as: admin });
  expect((await open("/team", { cookie })).status).toBe(403);
});
