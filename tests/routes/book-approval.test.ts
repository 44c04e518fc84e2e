// Booking where somebody has to agree: who is asked, until when, and the line manager's address where it is missing.
import { expect, test } from "vitest";
import { readPerson } from "~/domain/accounts/accounts.server";
import { inShort, watch } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, wordsOf } from "../domain/support-check/site";
import { bookingWorld, hiddenOf } from "./booking-world";

function asks() {
  const world = bookingWorld();
  const ann = world.person({ name: "Ann Learner" });
  const open = (sessionId: string, as = ann) => world.visit(`/sessions/${sessionId}/book`, { as });
  const visitBooking = (path: string) => world.visit(path, { as: ann });
  const send = (sessionId: string, form: Record<string, string>, as = ann) =>
    world.visit(`/sessions/${sessionId}/book`, { as, form });
  return { ...world, world: { ...world, visitBooking }, ann, open, send };
}

test("a line manager's address is asked where it is missing, checked, kept with the person, and asked for no more", async () => {
  const { course, session, open, send, ann, bookingOf, world, rules } = asks();
  rules();
  course({ approval: "line manager" });
  const sessionId = session();
  const page = await open(sessionId);
  expect(wordsOf(page)).toContain(
    "Your line manager has to agree to this booking. We ask them by email, and they have until the end of",
  );
  expect(wordsOf(page)).toContain("If they do not answer, the booking is declined.");
  expect(brokenReferences(page)).toEqual([]);
  const own = `${ann.toUpperCase()}@police.example.org`;
  for (const [typed, message] of [
    ["", "Enter your line manager’s email address"],
    ["boss", "Enter your line manager’s email address in the correct format, like name@example.org"],
    [own, "Enter your line manager’s email address, not your own"],
  ] as const) {
    const wrong = await send(sessionId, { step: "check", lineManagerEmail: typed });
    expect([wrong.status, errorSummaryOf(wrong)]).toEqual([
      400,
      [{ message, to: "#field-lineManagerEmail" }],
    ]);
  }
  const check = await send(sessionId, { step: "check", lineManagerEmail: "boss@police.example.org" });
  expect(wordsOf(check)).toContain("Your line manager (boss@police.example.org) has to agree.");
  const added = watch(world);
  const sent = await send(sessionId, hiddenOf(check, { step: "confirm" }));
  expect(bookingOf(ann)?.state).toBe("awaiting approval");
  expect(readPerson(world, ann).lineManagerEmail).toBe("boss@police.example.org");
  expect(inShort(added())).toEqual({
    audit: ["accounts.details changed", "bookings.awaiting approval", "bookings.approval asked"],
    messages: ["approval asked", "booking awaiting approval"],
  });
  const booking = wordsOf(await world.visitBooking(sent.to ?? ""));
  expect(booking).toContain("We have asked your line manager (boss@police.example.org).");
  expect(booking).toContain("A place is kept for you until they decide.");

  const next = await open(session());
  expect(next.html).not.toContain("lineManagerEmail");
  expect(wordsOf(next)).toContain("Your line manager (boss@police.example.org) has to agree");
});

test("a line manager on the record cannot be replaced by a forged field", async () => {
  const { course, session, send, ann, details, world } = asks();
  course({ approval: "line manager" });
  details(ann, { lineManagerEmail: "boss@police.example.org" });
  const sessionId = session();
  await send(sessionId, { step: "confirm", lineManagerEmail: "friend@elsewhere.example" });
  expect(readPerson(world, ann).lineManagerEmail).toBe("boss@police.example.org");
  expect(world.db.select().from(world.tables.bookingApprovals).all()).toMatchObject([
    { approverEmail: "boss@police.example.org" },
  ]);
});

test("an agency's lead is asked; where there is none but the person, a coordinator is", async () => {
  const { course, session, open, person } = asks();
  course({ approval: "agency lead" });
  const sessionId = session();
  expect(wordsOf(await open(sessionId))).toContain("A coordinator has to agree to this booking.");
  const lead = person({ roles: ["agency_lead"] });
  expect(wordsOf(await open(sessionId))).toContain(
    "Your agency’s training lead has to agree to this booking.",
  );
  expect(wordsOf(await open(sessionId, lead))).toContain("A coordinator has to agree to this booking.");
});
