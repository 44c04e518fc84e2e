// The audit trail's page: who may, what the address says, and names that try to break out.
import { expect, test } from "vitest";
import { mostExported } from "~/domain/audit/audit.server";
import { trailWorld } from "../domain/audit/trail";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";

function auditSite() {
  const world = trailWorld();
  const open = siteOf(world);
  const see = (query = "", as: string | undefined = world.coordinator) =>
    open(`/admin/audit${query}`, { as });
  return { ...world, open, see };
}
const linksOf = (html: string) =>
  [...html.matchAll(/href="([^"]+)"/g)].map((match) => (match[1] ?? "").replaceAll("&amp;", "&"));

test("tells who did what to whom, when, and from which screen, and where to see more", async () => {
  const { see, write, session, book, person, coordinator } = auditSite();
  const ann = person({ name: "Ann Able" });
  const sessionId = session();
  const bookingId = book(sessionId, ann);
  write("accounts.viewed", { by: coordinator, about: ann });
  const page = await see();
  expect(page.status).toBe(200);
  expect(titleOf(page)).toBe("Audit trail – Joint training");
  expect(wordsOf(page)).toContain("Coordinator Looked at a person's record From test Ann Able");
  expect(wordsOf(page)).toContain("The service itself Scheduled a session");
  expect(wordsOf(page)).toMatch(/Ann Able Confirmed a place From test Ann Able Booking [\w-]+: Neglect/);
  const links = linksOf(page.html);
  expect(links).toContain(`/manage/sessions/${sessionId}`);
  expect(links).toContain(`/bookings/${bookingId}`);
  expect(links).toContain(`/admin/audit?person=${ann}`);
  expect(page.html).toContain('<form method="post" action="/admin/audit.csv"');
  expect(brokenReferences(page)).toEqual([]);
});

test("an agency has its name, and what has none is named by its kind", async () => {
  const { see, write } = auditSite();
  write("sessions.published", { subject: { kind: "agency", id: "police" } });
  write("sessions.published", { subject: { kind: "complaint", id: "gone" } });
  const page = await see();
  expect(page.html).toContain('href="/admin/agencies/police"><bdi>Police</bdi>');
  expect(page.html).toContain('href="/admin/complaints/gone"><bdi>This complaint</bdi>');
});

test("an admin is not sent to pages that only coordinators may open", async () => {
  const { see, session, person } = auditSite();
  const sessionId = session();
  const links = linksOf((await see("", person({ roles: ["admin"] }))).html);
  expect(links).not.toContain(`/manage/sessions/${sessionId}`);
  expect(links).toContain(`/admin/audit?subject=session&id=${sessionId}`);
});

test("the address is the search: filters in words, each to be taken away, the rest kept", async () => {
  const { see, write, person } = auditSite();
  const ann = person({ name: "Ann Able" });
  write("accounts.signed out", { by: ann });
  const query = `?who=able&person=${ann}&action=accounts&from=2026-11-01&to=2026-11-30`;
  const page = await see(query);
  expect(wordsOf(page)).toContain("1 entry");
  for (const words of ["Who: “able”", "Person: Ann Able", "Accounts: everything", "From 1 November 2026"]) {
    expect(wordsOf(page)).toContain(`Remove filter ${words}`);
  }
  const links = linksOf(page.html);
  expect(links).toContain(`/admin/audit?person=${ann}&action=accounts&from=2026-11-01&to=2026-11-30`);
  expect(page.html.replaceAll("&amp;", "&")).toContain(`action="/admin/audit.csv${query}"`);
  expect(page.html).toContain(`<input type="hidden" name="person" value="${ann}"/>`);
  expect(page.html).toMatch(/<option value="accounts" selected="">Accounts: everything/);
});

test("nothing found says so and leads back", async () => {
  const { see } = auditSite();
  const page = await see("?who=zebra");
  expect(page.status).toBe(200);
  expect(wordsOf(page)).toContain("No entries Remove filter Who: “zebra”");
  expect(wordsOf(page)).toContain("Nothing fits this search");
  expect(page.html).not.toContain("/admin/audit.csv");
});

test.each([
  [
    "?from=31/02/2026",
    "“31/02/2026” is not a date: enter the first day like 2026-11-24",
    "from",
    "31/02/2026",
  ],
  ["?to=2026-02-30", "“2026-02-30” is not a date: enter the last day like 2026-11-24", "to", "2026-02-30"],
  ["?from=2026-11-02&to=2026-11-01", "Enter a last day that is the first day or later", "to", "2026-11-01"],
  ["?action=accounts.crowned", "Select what happened from the list", "action", undefined],
  ["?action=toString", "Select what happened from the list", "action", undefined],
])("%s is told at its field, with what was typed", async (query, message, field, typed) => {
  const { see, session } = auditSite();
  session();
  const page = await see(query);
  expect(page.status).toBe(400);
  expect(titleOf(page)).toBe("Error: Audit trail – Joint training");
  expect(errorSummaryOf(page)).toEqual([{ message, to: `#field-${field}` }]);
  if (typed) expect(page.html).toContain(`value="${typed}"`);
  expect(page.html, "no result that was not asked for").not.toContain("<table");
  expect(brokenReferences(page)).toEqual([]);
});

test("too many people is told at its field", async () => {
  const { see, person } = auditSite();
  for (let i = 0; i < 21; i++) person({ name: "Sam Same" });
  const page = await see("?who=same");
  expect(page.status).toBe(400);
  expect(errorSummaryOf(page)).toEqual([
    {
      message: "Enter more of the name or address: more than 20 people have this in theirs",
      to: "#field-who",
    },
  ]);
});

test("leads on to older entries and back to the newest, keeping the filters", async () => {
  const { see, write, person } = auditSite();
  const ann = person({ name: "Ann" });
  for (let i = 0; i < 51; i++) write("accounts.signed out", { by: ann });
  const first = await see(`?person=${ann}`);
  const older = linksOf(first.html).find((link) => link.includes("before="));
  expect(older).toMatch(new RegExp(`^/admin/audit\\?person=${ann}&before=\\d+$`));
  const second = await see(older?.replace("/admin/audit", ""));
  expect(wordsOf(second)).toContain("Newest entries");
  expect(linksOf(second.html).filter((link) => link.includes("before="))).toEqual([]);
  const past = await see(`?person=${ann}&before=1`);
  expect(wordsOf(past)).toContain("There are no older entries");
  for (const before of ["-1", "x", "1e99", "1.5"]) expect((await see(`?before=${before}`)).status).toBe(200);
});

test("says what the file leaves out where there are more entries than it holds", async () => {
  const { see, db } = auditSite();
  const note = "The file holds the newest 50,000 entries and no more.";
  expect(wordsOf(await see())).not.toContain(note);
  db.$client
    .prepare(
      `with recursive n(i) as (select 1 union all select i + 1 from n where i <= 10000)
         insert into audit_entries (at, actor_kind, action, subject_kind, subject_id, screen, detail)
         select i, 'system', 'sessions.published', 'session', 's', 'test', '{}' from n`,
    )
    .run();
  const page = await see();
  expect(wordsOf(page)).toContain("More than 10,000 entries");
  expect(wordsOf(page)).toContain(note);
  expect(mostExported).toBe(50_000);
});

test("names stay names: mark-up, letters of every kind, and writing from the right", async () => {
  const { see, write, person } = auditSite();
  const names = ["</script><script>alert(1)</script>", "Ŵyn O’Neill", "نورا", "🦊 & <b>"];
  for (const name of names) write("accounts.signed out", { by: person({ name }) });
  const page = await see("?who=</script>");
  expect(page.html.match(/<script[^>]*>alert/g)).toBeNull();
  expect(page.html).not.toContain("</script><script>alert");
  expect(wordsOf(page)).toContain(names[0]);
  const all = await see();
  expect(all.html).toContain("<bdi>نورا</bdi>");
  for (const name of names) expect(wordsOf(all)).toContain(name);
});

test.each(["practitioner", "trainer", "agency_lead", "sdg_member", "scrutineer"] as const)(
  "is not for a %s",
  async (role) => {
    const { see, open, person } = auditSite();
    const as = person({ roles: role === "practitioner" ? [] : [role] });
    expect((await see("", as)).status).toBe(403);
    expect((await open("/admin/audit.csv", { as })).status).toBe(403);
    expect((await open("/admin/audit.csv", { as, form: {} })).status).toBe(403);
  },
);

test("a stranger signs in first and comes back to the same search", async () => {
  const { open } = auditSite();
  for (const address of ["/admin/audit?who=ann", "/admin/audit.csv?who=ann"]) {
    const page = await open(address);
    expect([page.status, page.to]).toEqual([302, `/sign-in?${new URLSearchParams({ to: address })}`]);
  }
});
