// The register's other ways, as a browser meets them: without a booking, by a code, on paper, in a spreadsheet.
import { expect, test } from "vitest";
import { addWalkIn, finishRegister, markAttendance, readRegister } from "~/domain/bookings/bookings.server";
import { assignTrainer, meetingsOf } from "~/domain/sessions/sessions.server";
import { startingRules } from "~/domain/terms/terms";
import { setTerms } from "~/domain/terms/terms.server";
import { addDays } from "~/shared/civil-time";
import { hours, minutes } from "~/shared/clock";
import { contentOf } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

function waysWorld(meetings = 1) {
  const world = makeWorld();
  const dates = Array.from({ length: meetings }, (_, index) => addDays(world.today, 14 + index));
  const sessionId = world.session({
    meetings: dates.map((date) => ({ date, startTime: "09:30", endTime: "16:30" })),
  });
  const trainer = world.trainer("Tess Trainer");
  assignTrainer(world.asSystem, { sessionId, personId: trainer, part: "lead", agreed: true });
  const annId = world.person({ name: "Ann Learner" });
  world.db.update(world.tables.people).set({ accessNeeds: "A hearing loop" }).run();
  const ann = world.book(sessionId, annId);
  const [meeting] = meetingsOf(world, sessionId);
  if (!meeting) throw new Error("A session has a meeting.");
  world.clock.set(meeting.startsAt);
  const site = siteOf(world);
  const here = `/trainer/registers/${meeting.id}`;
  const open = (way = "", as: string = trainer) => site(here + way, { as });
  const send = (way: string, form: Record<string, string>, as: string = trainer) =>
    site(here + way, { as, form });
  const register = () => readRegister(world.as(trainer), meeting.id);
  return { ...world, world, sessionId, trainer, annId, ann, meeting, site, here, open, send, register };
}

test("the register leads to its other ways, and says until when late is late", async () => {
  const { world, open, here, clock } = waysWorld();
  const before = await open();
  expect(brokenReferences(before)).toEqual([]);
  for (const way of ["walk-in", "code", "rows", "sheet"])
    expect(before.html).toContain(`href="${here}/${way}"`);
  expect(wordsOf(before)).not.toContain("counts as absent");
  const rules = { ...startingRules, lateGraceMinutes: 15 };
  setTerms(world.as(world.coordinator), { boardCode: "KIDS", rules, inForceFrom: clock.now() });
  expect(wordsOf(await open())).toContain("somebody who arrives after 9:45am counts as absent");
});

test("the register is the only page with a script, and works the same without it", async () => {
  const { open, ann, here, trainer, meeting } = waysWorld();
  const { html } = await open();
  expect([...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual([
    '<script type="module" src="/trainer/registers/register.js">',
  ]);
  expect(html).toContain(`data-taps="${here}/taps" data-person="${trainer}" data-meeting="${meeting.id}"`);
  expect(html).toContain(`name="mark-${ann}"`);
  for (const way of ["/walk-in", "/code", "/rows", "/sheet"])
    expect((await open(way)).html).not.toContain("<script");
});

test("someone known is confirmed by name and agency, then is on the register, told apart", async () => {
  const { world, send, open, here, register } = waysWorld();
  const dan = world.person({ name: "Dan Visitor" });
  const email = `${dan}@police.example.org`;
  expect(errorSummaryOf(await send("/walk-in", { intent: "find", email: "dan" }))).toEqual([
    { message: expect.stringContaining("correct format"), to: "#field-email" },
  ]);
  const found = await send("/walk-in", { intent: "find", email });
  expect(wordsOf(found)).toContain("Dan Visitor");
  expect(brokenReferences(found)).toEqual([]);
  expect(found.html).not.toContain('name="name"');
  expect(register().people).toHaveLength(1);
  expect(await send("/walk-in", { intent: "add", email })).toMatchObject({
    status: 302,
    to: `${here}?done=added`,
  });
  const added = wordsOf(await open("?done=added"));
  expect(added).toContain("Added to the register. Mark them below.");
  expect(added).toContain("Police, came without a booking");
  const again = await send("/walk-in", { intent: "add", email });
  expect([again.status, errorSummaryOf(again)]).toEqual([
    400,
    [{ message: expect.stringContaining("on the register already"), to: "#field-email" }],
  ]);
});

test("of someone new the name is asked, and the agency where the address does not prove it", async () => {
  const { send, register } = waysWorld();
  const known = await send("/walk-in", { intent: "find", email: "new@police.example.org" });
  expect(known.html).toContain('name="name"');
  expect(known.html).not.toContain('name="agencyId"');
  const email = "new@else.example";
  const missing = await send("/walk-in", { intent: "add", email, name: " ", agencyId: "" });
  expect(missing.status).toBe(400);
  expect(errorSummaryOf(missing).map(({ to }) => to)).toEqual(["#field-name", "#field-agencyId"]);
  expect(titleOf(missing)).toMatch(/^Error: /);
  expect((await send("/walk-in", { intent: "add", email, name: "New", agencyId: "nowhere" })).status).toBe(
    400,
  );
  expect(register().people).toHaveLength(1);
  expect(
    (await send("/walk-in", { intent: "add", email, name: "New  Person", agencyId: "health" })).status,
  ).toBe(302);
  expect(register().people).toMatchObject([
    { walkIn: false },
    { name: "New Person", agencyName: "Health", walkIn: true },
  ]);
});

test("the page for walk-ins says when it is too early or too late", async () => {
  const { world, open, clock, meeting, ann, trainer } = waysWorld();
  clock.set(meeting.startsAt - hours(2));
  expect(wordsOf(await open("/walk-in"))).toContain("not open yet");
  clock.set(meeting.startsAt);
  markAttendance(world.as(trainer), { meetingId: meeting.id, marks: new Map([[ann, "present"]]) });
  finishRegister(world.as(trainer), meeting.id);
  expect(wordsOf(await open("/walk-in"))).toContain("The register is finished");
  expect(wordsOf(await open())).not.toContain("Add someone who came without a booking");
});

test("the code renews itself when the next begins, names nobody, and ends with the meeting", async () => {
  const { open, clock, meeting, world, ann, trainer } = waysWorld();
  clock.forward(15_000);
  const shown = await open("/code");
  expect(shown.html).toMatch(/<meta http-equiv="refresh" content="46"\/>/);
  expect(shown.html).toMatch(/<img src="data:image\/svg\+xml;base64,/);
  expect(shown.html).not.toContain("Ann Learner");
  markAttendance(world.as(trainer), { meetingId: meeting.id, marks: new Map([[ann, "present"]]) });
  expect(wordsOf(await open("/code"))).toContain("1 of 1 people are marked");
  clock.set(meeting.endsAt);
  const over = await open("/code");
  expect(over.html).not.toMatch(/http-equiv="refresh"|<img src="data/);
  expect(titleOf(over)).toContain("Check in: Neglect");
});

test("the sheet has a page for each meeting, people in it by name, and nothing of what they need", async () => {
  const { open, world, meeting, trainer } = waysWorld(2);
  addWalkIn(world.as(trainer), {
    meetingId: meeting.id,
    email: "new@police.example.org",
    name: "Nia New",
    agencyId: null,
  });
  const sheet = await open("/sheet");
  expect(sheet.html.match(/class="app-sheet__page"/g)).toHaveLength(2);
  expect(sheet.html.match(/<thead/g)).toHaveLength(2);
  const words = wordsOf(sheet);
  for (const there of ["Ann Learner", "Nia New", "Police", "Signature", "Tess Trainer", "meeting 2 of 2"])
    expect(words).toContain(there);
  expect(sheet.html).not.toContain("hearing loop");
  expect(brokenReferences(sheet)).toEqual([]);
});

test("the file has each person's reference and mark; filled in and pasted back it is looked at, then saved whole", async () => {
  const { open, send, here, register, ann, world, clock, meeting } = waysWorld();
  clock.set(meeting.startsAt - minutes(1));
  const bob = world.book(register().session.id, world.person({ name: "=Bob" }));
  const file = (await open("/register.csv")).html;
  const [annRef, bobRef] = register()
    .people.map(({ reference }) => reference)
    .reverse();
  expect(file.replace(/^\uFEFF/, "")).toBe(
    `reference,name,mark\r\n${bobRef},'=Bob,\r\n${annRef},Ann Learner,\r\n`,
  );

  const rows = file.replaceAll(/,\r\n/g, ",late\r\n");
  const before = contentOf(world.db);
  const check = await send("/rows", { intent: "check", rows });
  expect(check.status).toBe(200);
  expect(wordsOf(check)).toContain("2 marks change");
  const wrong = rows.replace(`${annRef},`, "ZZZZ-9999,");
  for (const intent of ["check", "save"]) {
    const refused = await send("/rows", { intent, rows: wrong });
    expect(refused.status).toBe(400);
    expect(wordsOf(refused)).toContain("Row 3: the reference ZZZZ-9999 is not on this register");
    expect(errorSummaryOf(refused)).toEqual([{ message: "Put 1 row right", to: "#field-rows" }]);
    expect(refused.html).toContain("ZZZZ-9999,Ann Learner,late");
  }
  for (const [text, words] of [
    ["", "Paste the rows"],
    ["hello", "headings reference, name and mark"],
  ] as const)
    expect(errorSummaryOf(await send("/rows", { rows: text }))[0]?.message).toContain(words);
  expect(contentOf(world.db)).toBe(before);

  expect(await send("/rows", { intent: "save", rows })).toMatchObject({
    status: 302,
    to: `${here}?done=rows`,
  });
  expect(new Map(register().people.map(({ bookingId, mark }) => [bookingId, mark]))).toEqual(
    new Map([
      [ann, "late"],
      [bob, "late"],
    ]),
  );
  const saved = contentOf(world.db);
  expect(wordsOf(await send("/rows", { intent: "check", rows }))).toContain("Nothing changes");
  expect((await send("/rows", { intent: "save", rows })).status).toBe(302);
  expect(contentOf(world.db)).toBe(saved);
});

test("every way is for those who deliver the session; others learn nothing of it", async () => {
  const { world, here, site, clock, meeting } = waysWorld();
  clock.set(meeting.startsAt + minutes(1));
  const other = world.trainer("Other");
  for (const way of ["/walk-in", "/code", "/rows", "/sheet", "/register.csv"]) {
    expect([way, (await site(here + way, { as: other })).status]).toEqual([way, 404]);
    expect([way, (await site(here + way, { as: world.person() })).status]).toEqual([way, 403]);
    expect([way, (await site(here + way)).to]).toEqual([way, expect.stringMatching(/^\/sign-in/)]);
  }
  const untouched = contentOf(world.db);
  for (const [way, form] of [
    ["/walk-in", { intent: "add", email: "new@police.example.org", name: "New" }],
    ["/rows", { intent: "save", rows: "reference,mark" }],
  ] as const)
    expect((await site(here + way, { as: other, form })).status).toBe(404);
  expect(contentOf(world.db)).toBe(untouched);
});
