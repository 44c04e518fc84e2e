// Adding one session by hand: Google and Outlook by a link, others by a file; the joining link is in none of them.
import { expect, test } from "vitest";
import { callOffSession } from "~/domain/bookings/bookings.server";
import { brokenReferences, type Page, siteOf, wordsOf } from "../domain/support-check/site";
import { testSettings } from "../support/web";
import { makeWorld } from "../support/world";

const at = (date: string) => ({ date, startTime: "09:30", endTime: "16:30" });

/** The query of the first link to a host, as its program reads it. */
function linksTo({ html }: Page, host: string): { raw: string; says: Record<string, string> }[] {
  return [...html.matchAll(/href="(https:[^"]+)"/g)]
    .map((match) => (match[1] ?? "").replaceAll("&amp;", "&"))
    .filter((address) => new URL(address).host === host)
    .map((raw) => ({ raw, says: Object.fromEntries(new URL(raw).searchParams) }));
}

function addWorld() {
  const world = makeWorld();
  return { world, site: siteOf(world) };
}

test("a session's page leads to Google, Outlook, a file and the feeds, in UTC and without a plus sign", async () => {
  const { world, site } = addWorld();
  const sessionId = world.session();
  const page = await site(`/sessions/${sessionId}`);
  expect(brokenReferences(page)).toEqual([]);
  const url = `${testSettings.publicUrl}/sessions/${sessionId}`;
  const place = "The Hall, 1 Test Street, TS1 1TS";
  expect(linksTo(page, "calendar.google.com").map(({ says }) => says)).toEqual([
    {
      action: "TEMPLATE",
      text: "Neglect",
      dates: "20261117T093000Z/20261117T163000Z",
      details: url,
      location: place,
    },
  ]);
  const [outlook] = linksTo(page, "outlook.office.com");
  expect(outlook?.says).toEqual({
    path: "/calendar/action/compose",
    rru: "addevent",
    startdt: "2026-11-17T09:30:00Z",
    enddt: "2026-11-17T16:30:00Z",
    subject: "Neglect",
    body: url,
    location: place,
  });
  expect(outlook?.raw).not.toContain("+");
  expect(page.html).toContain(`href="/sessions/${sessionId}/calendar.ics"`);
  expect(page.html).toContain('href="/calendar/subscribe"');
  expect(wordsOf(page)).toContain("This does not book a place.");
});

test("each day has its own entry at its own hour on both sides of the clock change, until it is over", async () => {
  const { world, site } = addWorld();
  const sessionId = world.session({ meetings: [at("2027-03-26"), at("2027-03-29")] });
  const both = linksTo(await site(`/sessions/${sessionId}`), "calendar.google.com");
  expect(both.map(({ says }) => [says.text, says.dates])).toEqual([
    ["Neglect (day 1 of 2)", "20270326T093000Z/20270326T163000Z"],
    ["Neglect (day 2 of 2)", "20270329T083000Z/20270329T153000Z"],
  ]);
  world.clock.set(Date.UTC(2027, 2, 27));
  const left = linksTo(await site(`/sessions/${sessionId}`), "calendar.google.com");
  expect(left.map(({ says }) => says.text)).toEqual(["Neglect (day 2 of 2)"]);
});

test("what a title holds cannot become another part of the link or of the page", async () => {
  const { world, site } = addWorld();
  const title = `A&B "C" <i> #1 + 100% 🙂 Diogelu plant`;
  world.db.update(world.tables.courses).set({ title }).run();
  const page = await site(`/sessions/${world.session()}`);
  expect(linksTo(page, "calendar.google.com")[0]?.says.text).toBe(title);
  expect(linksTo(page, "outlook.office.com")[0]?.says.subject).toBe(title);
  expect(page.html).not.toContain("<i>");
});

test("nothing to add once a session is over, called off or not public", async () => {
  const { world, site } = addWorld();
  const calledOff = world.session();
  callOffSession(world.as(world.coordinator), { sessionId: calledOff, reason: "no venue" });
  const draft = world.session({ status: "draft" });
  const over = world.session();
  expect(wordsOf(await site(`/sessions/${calledOff}`))).not.toContain("Add to your calendar");
  expect(wordsOf(await site(`/sessions/${draft}`, { as: world.coordinator }))).not.toContain(
    "Add to your calendar",
  );
  world.clock.set(Date.UTC(2026, 10, 18));
  expect(wordsOf(await site(`/sessions/${over}`))).not.toContain("Add to your calendar");
});

test("a confirmed booking leads to its own file, and never to the joining link; one that waits does not", async () => {
  const { world, site } = addWorld();
  const sessionId = world.session({
    capacity: 1,
    mode: "online",
    venueId: null,
    joiningLink: "https://meet.example.org/secret",
  });
  const [first, second] = [world.person(), world.person()];
  const confirmed = world.book(sessionId, first);
  const waiting = world.book(sessionId, second);
  const page = await site(`/bookings/${confirmed}`, { as: first });
  expect(brokenReferences(page)).toEqual([]);
  expect(page.html).toContain(`href="/bookings/${confirmed}/calendar.ics"`);
  const [google] = linksTo(page, "calendar.google.com");
  expect(google?.says).toMatchObject({
    location: "Online",
    details: `${testSettings.publicUrl}/bookings/${confirmed}`,
  });
  for (const host of ["calendar.google.com", "outlook.office.com"])
    expect(linksTo(page, host)[0]?.raw).not.toContain("meet.example.org");
  expect(wordsOf(await site(`/bookings/${waiting}`, { as: second }))).not.toContain("Add to your calendar");
  // The session's own entry would be a second one beside the booking's.
  expect(wordsOf(await site(`/sessions/${sessionId}`, { as: first }))).not.toContain("Add to your calendar");
  const mine = await site("/my", { as: first });
  expect(mine.html).toContain(`href="/bookings/${confirmed}/calendar.ics"`);
  expect(mine.html).toContain('href="/calendar/subscribe"');
  expect((await site("/my", { as: second })).html).not.toContain("calendar.ics");
});

test("the calendar is found from home, the navigation and every footer", async () => {
  const { world, site } = addWorld();
  world.session();
  const home = await site("/");
  expect(home.html).toMatch(/app-nav__link">Calendar</);
  expect(wordsOf(home)).toContain("See them in a calendar");
  expect(home.html).toMatch(/href="\/calendar"[^>]*>Training calendar</);
  // A coordinator has six ways already; the footer has the seventh.
  const coordinators = await site("/", { as: world.coordinator });
  expect(coordinators.html.match(/app-nav__link"/g)).toHaveLength(6);
  expect(coordinators.html).toMatch(/href="\/calendar"[^>]*>Training calendar</);
});
