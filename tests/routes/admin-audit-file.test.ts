// The audit trail as a file: what is in it, that taking it is told, and how often it may be taken.
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { action as takeFile } from "~/routes/admin.audit[.]csv/route";
import { trailWorld } from "../domain/audit/trail";
import { watch } from "../domain/support-check/ledger";
import { siteOf } from "../domain/support-check/site";
import { webOf } from "../support/web";

function fileSite() {
  const world = trailWorld();
  const web = webOf(world);
  const file = async (query = "", as = world.coordinator) =>
    (await takeFile((await web.visit(`/admin/audit.csv${query}`, { as, form: {} })) as never)) as Response;
  return { ...world, open: siteOf(world), file };
}
const rowsIn = async (response: Response): Promise<Record<string, string>[]> =>
  parse(await response.text(), { columns: true, bom: true });

test("holds what the search finds, safe in a spreadsheet, and is an entry itself", async () => {
  const world = fileSite();
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
      screen: "POST /admin/audit.csv",
      detail: { rows: 1 },
    },
  ]);
});

test("is not taken by looking at its address, which leads to the page with the button", async () => {
  const world = fileSite();
  const added = watch(world);
  const page = await world.open("/admin/audit.csv?who=ann&before=3", { as: world.coordinator });
  expect([page.status, page.to]).toEqual([302, "/admin/audit?who=ann"]);
  expect(added().audit).toEqual([]);
});

test("a search that cannot be meant goes to the page that says why, and nothing is taken", async () => {
  const world = fileSite();
  const added = watch(world);
  for (let i = 0; i < 21; i++) world.person({ name: "Sam Same" });
  for (const query of ["?from=2026-02-30", "?who=same"]) {
    const response = await world.file(query);
    expect([response.status, response.headers.get("Location")]).toEqual([302, `/admin/audit${query}`]);
  }
  expect(added().audit).toEqual([]);
});

test("taken again and again it is refused for a while", async () => {
  const world = fileSite();
  const take = () => world.open("/admin/audit.csv", { as: world.coordinator, form: {} });
  for (let i = 0; i < 10; i++) expect((await take()).status).toBe(200);
  expect((await take()).status).toBe(429);
});
