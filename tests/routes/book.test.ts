// Booking page by page without scripts: ask, check, confirm; and what happens when it does not go to plan.
import { expect, test } from "vitest";
import { readPerson } from "~/domain/accounts/accounts.server";
import { bookPlace, cancelBooking, readPlaces } from "~/domain/bookings/bookings.server";
import { addDays, instantOf } from "~/shared/civil-time";
import { contentOf, inShort, watch } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

function bookWorld(capacity = 2) {
  const world = makeWorld();
  const sessionId = world.session({ capacity });
  const ann = world.person({ name: "Ann Learner" });
  const visit = siteOf(world);
  const address = `/sessions/${sessionId}/book`;
  const see = (as: string | undefined = ann) => visit(address, { as });
  const send = (form: Record<string, string>, as: string | undefined = ann) => visit(address, { as, form });
  const bookings = () => world.db.select().from(world.tables.bookings).all();
  return { ...world, world, sessionId, ann, visit, address, see, send, bookings };
}

/** What a page's form would send: hidden fields and the chosen or typed values, with a button pressed. */
function formOf({ html }: { html: string }, button: string): Record<string, string> {
  const form: Record<string, string> = { step: button };
  for (const [input] of html.matchAll(/<input[^>]*>/g)) {
    const of = (attribute: string) => new RegExp(`${attribute}="([^"]*)"`).exec(input)?.[1];
    const name = of("name");
    if (name && of("type") === "hidden") form[name] = of("value") ?? "";
  }
  return form;
}

const answers = { "answer-recognise": "3", "answer-act": "0" };

test("a stranger is sent to sign in and comes back here", async () => {
  const { visit, address } = bookWorld();
  const page = await visit(address);
  expect([page.status, page.to]).toEqual([302, `/sign-in?to=${encodeURIComponent(address)}`]);
  const posted = await visit(address, { form: { step: "confirm" } });
  expect([posted.status, posted.to]).toEqual([302, "/sign-in"]);
});

test("from the questions over the check to the confirmation: one booking, the answers with it, a page that survives a reload", async () => {
  const { world, see, send, visit, ann, bookings } = bookWorld();
  const ask = await see();
  expect(titleOf(ask)).toBe("Book: Neglect – Joint training");
  expect(wordsOf(ask)).toContain("How confident are you that you can recognise?");
  expect(brokenReferences(ask)).toEqual([]);

  const check = await send({ step: "check", accessNeeds: " A hearing loop ", ...answers });
  expect(check.status).toBe(200);
  expect(wordsOf(check)).toMatch(
    /Check your answers.*Name Ann Learner Agency Police Access needs A hearing loop Dietary needs None/,
  );
  expect(wordsOf(check)).toMatch(/recognise\? 3 out of 10 .*act\? 0 out of 10/);
  expect(brokenReferences(check)).toEqual([]);
  expect(bookings()).toEqual([]);

  const added = watch(world);
  const confirmed = await send(formOf(check, "confirm"));
  const [booking] = bookings();
  expect([confirmed.status, confirmed.to]).toEqual([302, `/bookings/${booking?.id}`]);
  expect(booking).toMatchObject({ personId: ann, state: "confirmed" });
  expect(
    world.db
      .select()
      .from(world.tables.answers)
      .all()
      .map((answer) => answer.value),
  ).toEqual([3, 0]);
  expect(readPerson(world, ann).accessNeeds).toBe("A hearing loop");
  expect(inShort(added()).messages).toEqual(["booking confirmed"]);

  for (let look = 0; look < 2; look++) {
    const page = await visit(confirmed.to ?? "", { as: ann });
    expect(titleOf(page)).toBe("Your place is confirmed: Neglect – Joint training");
    expect(wordsOf(page)).toContain(booking?.reference ?? "no reference");
  }
});

test("going back to change shows what was answered and books nothing", async () => {
  const { send, bookings } = bookWorld();
  const check = await send({ step: "check", accessNeeds: "A ramp", ...answers });
  const again = await send(formOf(check, "change"));
  expect(again.status).toBe(200);
  expect(again.html).toMatch(/<textarea[^>]*>A ramp<\/textarea>/);
  expect(again.html).toMatch(
    /id="field-answer-recognise-3"[^>]*checked=""|checked=""[^>]*id="field-answer-recognise-3"/,
  );
  expect(again.html).toMatch(/id="field-answer-act"[^>]*checked=""|checked=""[^>]*id="field-answer-act"/);
  expect(bookings()).toEqual([]);
});

test("questions left blank stay blank: checked as such, and no answer is kept", async () => {
  const { world, send } = bookWorld();
  const check = await send({ step: "check", accessNeeds: "", "answer-recognise": "", "answer-act": "" });
  expect(wordsOf(check)).toMatch(/Access needs None Dietary needs None .*Left blank .*Left blank/);
  await send(formOf(check, "confirm"));
  expect(world.count("responses")).toBe(0);
});

test("an answer off its scale is refused with 400, the field named, what was typed kept, at either step", async () => {
  const { db, send } = bookWorld();
  const before = contentOf(db);
  for (const step of ["check", "confirm"]) {
    const page = await send({ step, accessNeeds: "A ramp", "answer-recognise": "11", "answer-act": "5" });
    expect(page.status).toBe(400);
    expect(titleOf(page)).toBe("Error: Book: Neglect – Joint training");
    expect(errorSummaryOf(page)).toEqual([
      { message: "Select a number from 0 to 10, or leave it blank", to: "#field-answer-recognise" },
    ]);
    expect(brokenReferences(page)).toEqual([]);
    expect(page.html).toMatch(/<textarea[^>]*>A ramp<\/textarea>/);
  }
  expect(contentOf(db)).toBe(before);
});

test("access needs that are too long are refused beside their field", async () => {
  const { send } = bookWorld();
  const page = await send({ step: "check", accessNeeds: "x".repeat(501) });
  expect(page.status).toBe(400);
  expect(errorSummaryOf(page)).toEqual([
    { message: "Enter access needs of 500 characters or fewer", to: "#field-accessNeeds" },
  ]);
  expect(brokenReferences(page)).toEqual([]);
});

test("sent twice it is one booking, and both lead to it", async () => {
  const { send, bookings, world } = bookWorld();
  const form = formOf(await send({ step: "check", ...answers }), "confirm");
  const added = watch(world);
  const [first, second] = await Promise.all([send(form), send(form)]);
  expect(first?.to).toBe(`/bookings/${bookings()[0]?.id}`);
  expect(second?.to).toBe(first?.to);
  expect(bookings()).toHaveLength(1);
  expect(inShort(added()).messages).toEqual(["booking confirmed"]);
});

test("someone who has a booking already is led to it from every step", async () => {
  const { book, sessionId, ann, see, send } = bookWorld();
  const bookingId = book(sessionId, ann);
  expect((await see()).to).toBe(`/bookings/${bookingId}`);
  expect((await send({ step: "confirm", "if-full": "refuse" })).to).toBe(`/bookings/${bookingId}`);
});

test("a full session asks only for what the waiting list needs, and joining it leads to the place in the queue", async () => {
  const { world, sessionId, see, send, visit, ann, bookings } = bookWorld(1);
  world.book(sessionId, world.person());
  world.book(sessionId, world.person());
  const ask = await see();
  expect(titleOf(ask)).toBe("Join the waiting list: Neglect – Joint training");
  expect(wordsOf(ask)).toContain("This session is full and 1 person is waiting.");
  expect(wordsOf(ask)).not.toContain("How confident");
  const check = await send({ step: "check", accessNeeds: "" });
  expect(check.html).toMatch(/name="if-full" value="wait"/);
  const joined = await send(formOf(check, "confirm"));
  expect(bookings().find((row) => row.personId === ann)?.state).toBe("waiting");
  const page = await visit(joined.to ?? "", { as: ann });
  expect(wordsOf(page)).toContain("You are number 2 in the queue.");
});

test("whoever loses the race to the last place is told so with 409 and asked whether to wait, not put on a list", async () => {
  const { world, sessionId, send, bookings, ann } = bookWorld(1);
  const check = await send({ step: "check", ...answers });
  expect(check.html).toMatch(/name="if-full" value="refuse"/);
  world.book(sessionId, world.person());
  const before = contentOf(world.db);
  const lost = await send(formOf(check, "confirm"));
  expect(lost.status).toBe(409);
  expect(titleOf(lost)).toMatch(/^Error: /);
  expect(errorSummaryOf(lost)).toEqual([
    { message: "The last place has just gone. You can join the waiting list instead.", to: null },
  ]);
  expect(brokenReferences(lost)).toEqual([]);
  expect(contentOf(world.db)).toBe(before);
  expect(bookings().some((row) => row.personId === ann)).toBe(false);
  // The same page now asks for the waiting list, in so many words.
  expect(wordsOf(lost)).toContain("Join the waiting list");
  await send(formOf(lost, "confirm"));
  expect(bookings().find((row) => row.personId === ann)?.state).toBe("waiting");
});

test("two people at the same moment for the last place: one has it, the other 409", async () => {
  const { world, send, sessionId } = bookWorld(1);
  const people = [world.person(), world.person()];
  const pages = await Promise.all(people.map((as) => send({ step: "confirm", "if-full": "refuse" }, as)));
  expect(pages.map((page) => page.status).sort()).toEqual([302, 409]);
  expect(readPlaces(world, sessionId)).toMatchObject({ taken: 1, waiting: 0 });
});

test("extra fields in the form change nothing: not who books, nor for which session, nor in what state", async () => {
  const { world, sessionId, ann, send, bookings } = bookWorld(1);
  world.book(sessionId, world.person());
  const elsewhere = world.session();
  const victim = world.person();
  const forged = {
    personId: victim,
    person: victim,
    sessionId: elsewhere,
    id: elsewhere,
    state: "confirmed",
    capacity: "99",
  };
  expect((await send({ step: "confirm", "if-full": "refuse", ...forged })).status).toBe(409);
  await send({ step: "confirm", "if-full": "wait", ...forged });
  const own = bookings().filter((row) => row.personId === ann);
  expect(own).toMatchObject([{ sessionId, state: "waiting" }]);
  expect(bookings().some((row) => row.personId === victim)).toBe(false);
});

test("booking that has closed, and a session called off, lead back to the session's page and book nothing", async () => {
  const { world, sessionId, see, send, address } = bookWorld();
  const session = address.replace("/book", "");
  world.clock.set(instantOf(addDays(world.today, 14), "09:30"));
  expect((await see()).to).toBe(session);
  expect((await send({ step: "confirm", "if-full": "wait" })).to).toBe(session);
  world.clock.set(instantOf(world.today, "12:00"));
  world.db.update(world.tables.sessions).set({ status: "cancelled" }).run();
  expect((await see()).to).toBe(session);
  expect((await send({ step: "confirm", "if-full": "wait" })).to).toBe(session);
  expect(readPlaces(world, sessionId)).toMatchObject({ taken: 0, waiting: 0 });
});

test("a session that does not exist is not found, before and after signing in", async () => {
  const { visit, ann } = bookWorld();
  expect((await visit("/sessions/none/book", { as: ann })).status).toBe(404);
  expect((await visit("/sessions/none/book", { as: ann, form: { step: "confirm" } })).status).toBe(404);
  expect((await visit("/sessions/none/book")).to).toMatch(/^\/sign-in/);
});

test("whatever is posted, the answer is a page or a redirect and never a fault", async () => {
  const { send, bookings } = bookWorld();
  const odd = ["", "0", "null", "[object Object]", "\u0000", "💥", "x".repeat(20_000), "-1", "1e309"];
  for (const value of odd) {
    const page = await send({
      step: value,
      accessNeeds: value,
      "answer-recognise": value,
      "if-full": value,
      unknown: value,
    });
    expect([200, 400]).toContain(page.status);
  }
  expect(bookings()).toEqual([]);
});

test("someone whose place was cancelled can book again by the same pages", async () => {
  const { world, sessionId, ann, send, bookings } = bookWorld();
  const first = bookPlace(world.as(ann), { sessionId, personId: ann, ifFull: "refuse" });
  if (!first.ok) throw new Error(first.reason);
  cancelBooking(world.as(ann), { bookingId: first.value.bookingId });
  expect((await send({ step: "confirm", "if-full": "refuse" })).status).toBe(302);
  expect(
    bookings()
      .map((row) => row.state)
      .sort(),
  ).toEqual(["cancelled", "confirmed"]);
});
