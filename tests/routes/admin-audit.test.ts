// The audit trail's page and its file: who may, what the address says, and names that try to break out.
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { mostExported } from "~/domain/audit/audit.server";
import { loader as csvLoader } from "~/routes/admin.audit[.]csv/route";
import { trailWorld } from "../domain/audit/trail";
import { watch } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { webOf } from "../support/web";

function auditSite() {
  const world = trailWorld();
  const open = siteOf(world);
  const web = webOf(world);
  const see = (query = "", as: string | undefined = world.coordinator) =>
    open(`/admin/audit${query}`, { as });
  const file = async (query = "", as = world.coordinator) =>
    (await csvLoader((await web.visit(`/admin/audit.csv${query}`, { as })) as never)) as Response;
  return { ...world, open, see, file };
}
const linksOf = (html: string) =>
  [...html.matchAll(/href="([^"]+)"/g)].map((match) => (match[1] ?? "").replaceAll("&amp;", "&"));
const rowsIn = async (response: Response): Promise<Record<string, string>[]> =>
  parse(await response.text(), { columns: true, bom: true });

describe("the page", () => {
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
    expect(links).toContain("/admin/audit.csv");
    expect(brokenReferences(page)).toEqual([]);
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
    expect(links).toContain(`/admin/audit.csv${query}`);
    expect(page.html).toContain(`<input type="hidden" name="person" value="${ann}"/>`);
    expect(page.html).toMatch(/<option value="accounts" selected="">Accounts: everything/);
  });

  test("nothing found says so and leads back", async () => {
    const { see } = auditSite();
    const page = await see("?who=zebra");
    expect(page.status).toBe(200);
    expect(wordsOf(page)).toContain("No entries Remove filter Who: “zebra”");
    expect(wordsOf(page)).toContain("Nothing fits this search");
    expect(linksOf(page.html)).not.toContain("/admin/audit.csv?who=zebra");
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
    for (const before of ["-1", "x", "1e99", "1.5"])
      expect((await see(`?before=${before}`)).status).toBe(200);
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
    },
  );

  test("a stranger signs in first and comes back to the same search", async () => {
    const { open } = auditSite();
    for (const address of ["/admin/audit?who=ann", "/admin/audit.csv?who=ann"]) {
      const page = await open(address);
      expect([page.status, page.to]).toEqual([302, `/sign-in?${new URLSearchParams({ to: address })}`]);
    }
  });
});

describe("the file", () => {
  test("holds what the search finds, safe in a spreadsheet, and is an entry itself", async () => {
    const world = auditSite();
    const ann = world.person({ name: '=HYPERLINK("http://x")' });
    world.write("accounts.viewed", { by: world.coordinator, about: ann });
    world.write("sessions.published");
    const added = watch(world);
    const response = await world.file("?action=accounts.viewed");
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="audit-trail.csv"',
      "cache-control": "no-store",
    });
    expect(await rowsIn(response)).toEqual([
      {
        Entry: expect.stringMatching(/^\d+$/),
        "When (London)": "2026-11-03 10:01:00",
        "When (UTC)": "2026-11-03T10:01:00.000Z",
        Who: "Coordinator",
        "Who (id)": world.coordinator,
        What: "Looked at a person's record",
        Detail: "",
        About: '\'=HYPERLINK("http://x")',
        "About (id)": ann,
        "Done to": '\'=HYPERLINK("http://x")',
        "Done to (kind)": "person",
        "Done to (id)": ann,
        Screen: "test",
        Action: "accounts.viewed",
      },
    ]);
    expect(added().audit).toMatchObject([
      {
        action: "audit.exported",
        actorPersonId: world.coordinator,
        screen: "GET /admin/audit.csv",
        detail: { rows: 1 },
      },
    ]);
  });

  test("a search that cannot be meant goes to the page that says why, and nothing is taken", async () => {
    const world = auditSite();
    const added = watch(world);
    for (let i = 0; i < 21; i++) world.person({ name: "Sam Same" });
    for (const query of ["?from=2026-02-30", "?who=same"]) {
      const response = await world.file(query);
      expect([response.status, response.headers.get("Location")]).toEqual([302, `/admin/audit${query}`]);
    }
    expect(added().audit).toEqual([]);
  });

  test("taken again and again it is refused for a while", async () => {
    const world = auditSite();
    const open = siteOf(world);
    for (let i = 0; i < 10; i++) await open("/admin/audit.csv", { as: world.coordinator });
    const page = await open("/admin/audit.csv", { as: world.coordinator });
    expect(page.status).toBe(429);
  });
});
