// Booking several people at once: picked or pasted, checked line by line, all or none.
import { expect, test } from "vitest";
import { cancelBooking } from "~/domain/bookings/bookings.server";
import { contentOf, inShort, watch } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, titleOf, wordsOf } from "../domain/support-check/site";
import { groupSetting } from "./group-setting";
import { teamWorld } from "./team-world";

const checked = (html: string) =>
  [...html.matchAll(/<input[^>]*name="personId"[^>]*>/g)]
    .map(([input]) => input)
    .filter((input) => input.includes("checked"))
    .map((input) => /value="([^"]+)"/.exec(input)?.[1]);

test("the page shows the session, the places for the agency, and its people; the session's page leads here", async () => {
  const { open, path, lead, people, person, sessionId } = groupSetting();
  people("Ann", "Bob");
  person({ name: "Hal Health", agencyId: "health" });
  const page = await open(path, { as: lead });
  expect(titleOf(page)).toBe("Book for your team: Neglect – Joint training");
  const words = wordsOf(page);
  expect(words).toContain("5 places for your agency now");
  expect(words).toContain("Ann");
  expect(words).not.toContain("Hal Health");
  expect(brokenReferences(page)).toEqual([]);
  expect((await open(`/sessions/${sessionId}`, { as: lead })).html).toContain(path);
  expect((await open(`/sessions/${sessionId}`, { as: person() })).html).not.toContain(path);
  expect((await open(`/sessions/${sessionId}`)).html).not.toContain(path);
});

test("whoever is ticked stays ticked through searches and pages", async () => {
  const { send, people, lead, open, path } = groupSetting();
  const [ann = ""] = people("Ann First");
  for (let n = 0; n < 30; n++) people(`Many ${String(n).padStart(2, "0")}`);
  const next = await send({ personId: ann, page: "2", q: "many" });
  expect(wordsOf(next)).toContain(
    "1 person ticked so far. 30 people with “many” in their name or address, page 2",
  );
  expect(checked(next.html)).toEqual([ann]);
  const found = await send({ personId: ann, intent: "search", q: "many 07" });
  expect(checked(found.html)).toEqual([ann]);
  expect(wordsOf(found)).toContain("Many 07");
  expect((await open(path, { as: lead })).html).toContain('value="2"');
  const unticked = await send({ intent: "search", q: "" });
  expect(checked(unticked.html)).toEqual([]);
});

test("each line says what would become of it: booked, booked already, elsewhere, unknown, lacking, not confirmed", async () => {
  const world = groupSetting();
  const { send, email, people, person, book, sessionId, joiner, change, asksForELearning, db, tables } =
    world;
  const [ann = "", already = "", lacks = ""] = people("Ann Able", "Al Ready", "Lou Lacks");
  const taken = book(sessionId, already);
  const earlier = book(world.farSession(), ann);
  cancelBooking(world.as(ann), { bookingId: earlier });
  asksForELearning();
  for (const bookingId of [taken, earlier])
    db.insert(tables.prerequisiteClaims)
      .values({ bookingId, prerequisiteId: "asked", madeAt: 1, accepted: true, decidedAt: 1 })
      .run();
  const joe = joiner("police", "Joe Joiner");
  const left = change(person({ name: "Lee Left" }), { disabledAt: 1 });
  db.insert(tables.agencyDomains).values({ domain: "health.example.org", agencyId: "health" }).run();
  const hal = change(person({ name: "Hal Health", agencyId: "health" }), {
    email: "hal@health.example.org",
  });
  const before = contentOf(db);
  const page = await send({
    intent: "check",
    personId: [ann, already],
    pasted: [
      `Lacks, Lou <${email(lacks).toUpperCase()}>; ${email(ann)}`,
      `${email(joe)}, ${email(left)}`,
      "hal@health.example.org",
      "nobody@health.example.org, new@police.example.org",
    ].join("\n"),
  });
  expect(page.status).toBe(200);
  const words = wordsOf(page);
  expect(words).toContain("Check who will be booked");
  expect(words).toMatch(/1 person can be booked .*Ann Able .* Will be booked/);
  expect(checked(page.html)).toEqual([ann]);
  expect(words).toMatch(/Al Ready .* Has a booking for this session already\./);
  expect(words).toMatch(
    /Lou Lacks .* Has not done what the course asks for first\. They need to have done the e-learning “Basics online” first\./,
  );
  expect(words).toMatch(/Joe Joiner .* Your agency has not confirmed yet that they work for you/);
  expect(words).toMatch(/Lee Left .* Their account is closed\./);
  expect(words).toContain("hal@health.example.org Not in your agency.");
  expect(words).toContain("nobody@health.example.org Not in your agency.");
  expect(words).toContain("new@police.example.org No account with your agency yet. Ask them to register");
  // Whether an address of another agency has an account is not told.
  expect(words).not.toContain("Hal Health");
  expect(page.html).not.toContain(hal);
  expect(brokenReferences(page)).toEqual([]);
  expect(contentOf(db)).toBe(before);
});

test("all are booked at once, each with a booking and a letter of their own, approved by the lead's word", async () => {
  const world = groupSetting();
  const { send, open, people, bookingsOf, course, lead, sessionId } = world;
  course({ approval: "agency lead" });
  const three = people("Ann", "Bob", "Cat");
  const added = watch(world);
  const sent = await send({ intent: "book", personId: three });
  expect(sent.to).toBe("/team/bookings?course=course&done=booked");
  expect(wordsOf(await open(sent.to ?? "", { as: lead }))).toContain("Each of them gets an email of their");
  for (const personId of three)
    expect(bookingsOf(personId)).toMatchObject([{ sessionId, state: "confirmed" }]);
  expect(inShort(added())).toEqual({
    audit: three.map(() => "bookings.confirmed"),
    messages: three.map(() => "booking confirmed"),
  });
  expect(new Set(added().messages.map(({ toPersonId }) => toPersonId))).toEqual(new Set(three));
  expect(added().audit[0]?.detail).toMatchObject({ actedAs: "agency lead" });
  const again = await send({ intent: "book", personId: three });
  expect(again.status).toBe(400);
  expect(wordsOf(again)).toContain("Nobody of this list can be booked.");
});

test("not enough places: nobody is booked, unless they are to wait as a group, whose rule is said in words", async () => {
  const world = groupSetting({ capacity: 2 });
  const { send, people, bookingsOf, db } = world;
  const three = people("Ann", "Bob", "Cat");
  const check = await send({ intent: "check", personId: three });
  expect(wordsOf(check)).toContain(
    "When it is their turn, free places are set aside for the group for 72 hours. If there are still not enough by then, each of them waits alone from the same turn. Everyone has 24 hours to accept an offer.",
  );
  const before = contentOf(db);
  const refused = await send({ intent: "book", personId: three, ifFull: "refuse" });
  expect(refused.status).toBe(400);
  expect(errorSummaryOf(refused)).toEqual([
    {
      message: "There are not enough places for all of them. Untick some, or let them wait as a group",
      to: "#field-ifFull",
    },
  ]);
  expect(checked(refused.html)).toEqual(three);
  expect(brokenReferences(refused)).toEqual([]);
  expect(contentOf(db)).toBe(before);
  expect((await send({ intent: "book", personId: three, ifFull: "wait" })).to).toContain("done=waiting");
  for (const personId of three) expect(bookingsOf(personId)).toMatchObject([{ state: "waiting" }]);

  const fewer = groupSetting({ capacity: 2 });
  const [ann = "", bob = ""] = fewer.people("Ann", "Bob", "Cat");
  expect((await fewer.send({ intent: "book", personId: [ann, bob], ifFull: "refuse" })).to).toContain(
    "done=booked",
  );
});

test("one who cannot be booked any more: nobody is, and the page says who is left", async () => {
  const { send, people, book, sessionId, bookingsOf } = groupSetting();
  const [ann = "", bob = ""] = people("Ann", "Bob");
  book(sessionId, bob);
  const refused = await send({ intent: "book", personId: [ann, bob] });
  expect(errorSummaryOf(refused)[0]?.message).toContain("Nobody was booked");
  expect(wordsOf(refused)).toMatch(/1 person can be booked .*Ann .*1 person cannot be booked .*Bob/);
  expect(bookingsOf(ann)).toEqual([]);
});

test("a lead's own place within a group still needs somebody else's approval", async () => {
  const { send, people, lead, course, bookingsOf } = groupSetting();
  course({ approval: "agency lead" });
  const [ann = ""] = people("Ann");
  const check = await send({ intent: "check", personId: [ann, lead] });
  expect(wordsOf(check)).toContain("Somebody else has to approve it: nobody approves their own place");
  expect((await send({ intent: "book", personId: [ann, lead] })).to).toContain("done=mixed");
  expect(bookingsOf(ann)).toMatchObject([{ state: "confirmed" }]);
  expect(bookingsOf(lead)).toMatchObject([{ state: "awaiting approval" }]);
});

test("on a hybrid session the lead says where they take part", async () => {
  const world = teamWorld();
  const { open, lead, person, bookingsOf } = world;
  const sessionId = world.session({
    mode: "hybrid",
    joiningLink: "https://meet.example.org/room",
    capacity: 1,
    onlineCapacity: 3,
  } as never);
  const path = `/team/bookings/new/${sessionId}`;
  const two = [person({ name: "Ann" }), person({ name: "Bob" })];
  expect(wordsOf(await open(path, { as: lead }))).toContain(
    "1 place in the room and 3 places online for your agency now",
  );
  const check = await open(path, { form: { intent: "check", personId: two }, as: lead });
  expect(wordsOf(check)).toContain("Where will they take part? In the room");
  expect(brokenReferences(check)).toEqual([]);
  const unsaid = await open(path, { form: { intent: "book", personId: two }, as: lead });
  expect(errorSummaryOf(unsaid)).toEqual([{ message: "Select in the room or online", to: "#field-mode" }]);
  const form = { intent: "book", personId: two, mode: "online" };
  expect((await open(path, { form, as: lead })).to).toContain("done=booked");
  for (const personId of two) expect(bookingsOf(personId)).toMatchObject([{ mode: "online" }]);
});
