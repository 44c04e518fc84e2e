// Where those who look after the service begin.
import { expect, test } from "vitest";
import { recordTurn } from "~/domain/notifications/notifications.server";
import { receiveComplaint } from "~/domain/personal-data/personal-data.server";
import { days } from "~/shared/clock";
import { peopleCast } from "../domain/accounts/people-cast";
import { brokenReferences, siteOf, wordsOf } from "../domain/support-check/site";

function setting() {
  const cast = peopleCast();
  const open = siteOf(cast);
  return { ...cast, open };
}

const complain = (world: ReturnType<typeof setting>) =>
  receiveComplaint(world.stranger, {
    name: "Nobody Known",
    email: "nobody@example.org",
    text: "You wrote to the wrong person.",
  });

test("what waits comes first, each with the way to it", async () => {
  const world = setting();
  const { open, coordinator, joiner, person, change, clock } = world;
  joiner();
  change(person(), { agencyStanding: "declined" });
  complain(world);
  clock.forward(days(2));
  const page = await open("/admin", { as: coordinator });
  const words = wordsOf(page);
  expect(words).toContain("1 complaint to acknowledge, the first within 28 days");
  expect(words).toContain("2 accounts awaiting confirmation of the agency");
  expect(words).toContain("1 account declined by the agency");
  expect(page.html).toContain('href="/admin/people?standing=awaiting"');
  expect(words.indexOf("What needs doing")).toBeLessThan(words.indexOf("Audit trail"));
  expect(brokenReferences(page)).toEqual([]);
  clock.forward(days(28));
  expect(wordsOf(await open("/admin", { as: coordinator }))).toContain("the first today");
  clock.forward(days(1));
  expect(wordsOf(await open("/admin", { as: coordinator }))).toContain("the first is overdue by law");
});

test("nothing waits: it says so", async () => {
  const { open, coordinator, change, unconfirmedLead } = setting();
  change(unconfirmedLead, { agencyStanding: "confirmed" });
  expect(wordsOf(await open("/admin", { as: coordinator }))).toContain("Nothing waits for you.");
});

test("an admin sees health and settings, a coordinator neither", async () => {
  const world = setting();
  const { open, coordinator, admin, asSystem, book, session, person } = world;
  recordTurn(asSystem, "worker");
  book(session(), person());
  world.db.update(world.tables.outbox).set({ state: "failed" }).run();
  book(session(), person());
  const words = wordsOf(await open("/admin", { as: admin }));
  expect(words).toContain("The service is well.");
  expect(words).toContain("At this version’s migrations");
  expect(words).toContain("Last ran on Tuesday 3 November 2026 at 10am");
  expect(words).toContain("1 message to be sent; 1 message could not be sent");
  expect(words).toContain("Settings");
  world.clock.forward(days(1));
  expect(wordsOf(await open("/admin", { as: admin }))).toContain(
    "The worker has not turned for over 2 minutes.",
  );
  const fewer = wordsOf(await open("/admin", { as: coordinator }));
  expect(fewer).not.toMatch(/Health|Settings|Boards and groups/);
});

test("the way here is in the navigation of those who may open it, of nobody else, and in a coordinator's own page", async () => {
  const world = setting();
  const { open, admin, coordinator, lead, person, joiner } = world;
  const navOf = async (as: string, path = "/my") =>
    /<nav class="app-nav".*?<\/nav>/s.exec((await open(path, { as })).html)?.[0] ?? "";
  expect(await navOf(admin)).toContain('href="/admin"');
  expect(await navOf(coordinator)).toContain('href="/admin"');
  expect((await navOf(coordinator)).match(/<a /g)).toHaveLength(6);
  expect(await navOf(lead)).toContain('href="/team"');
  expect(await navOf(lead)).not.toContain('href="/admin"');
  expect(await navOf(person())).not.toMatch(/href="\/(admin|team)"/);
  joiner();
  const manage = await open("/manage", { as: coordinator });
  expect(manage.html).toContain('href="/admin/people"');
  expect(manage.html).toContain('href="/admin"');
  expect(wordsOf(manage)).toContain("2 accounts awaiting confirmation of the agency");
});
