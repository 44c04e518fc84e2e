// One booking in full for coordinators: the whole story, and cancelling, moving, substituting and booking for somebody.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { answerApproval, cancelBooking } from "~/domain/bookings/bookings.server";
import { addDays, instantOf } from "~/shared/civil-time";
import { contentOf, inShort, watch } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, titleOf, wordsOf } from "../domain/support-check/site";
import { bookingWorld } from "./booking-world";

function records() {
  const world = bookingWorld();
  const { coordinator } = world;
  const ann = world.person({ name: "Ann" });
  const path = (id: string) => `/manage/bookings/${id}`;
  const see = async (id: string, query = "") => {
    const page = await world.visit(path(id) + query, { as: coordinator });
    expect(brokenReferences(page)).toEqual([]);
    return page;
  };
  const send = (id: string, form: Record<string, string>, as = coordinator) =>
    world.visit(path(id), { as, form });
  const charges = () => world.db.select().from(world.tables.charges).all();
  return { ...world, world, ann, path, see, send, charges };
}

test("the whole story: states with who, when, why and late, the approval, the letters, the charge", async () => {
  const { rules, course, details, person, session, ask, ann, as, see, db, tables, clock, today } = records();
  rules();
  course({ approval: "line manager" });
  const boss = person({ name: "Bo Boss" });
  details(ann, { lineManagerEmail: `${boss}@police.example.org` });
  const id = ask(session(), ann);
  const approvalId = db.select().from(tables.bookingApprovals).get()?.id ?? "";
  answerApproval(as(boss), { approvalId, approve: true, note: "Good" });
  clock.set(instantOf(addDays(today, 13), "12:00"));
  cancelBooking(as(ann), { bookingId: id, reason: "Court" });
  const page = await see(id);
  expect(titleOf(page)).toBe("Booking of Ann: Neglect, 17 November 2026 – Joint training");
  const words = wordsOf(page);
  expect(words).toContain("Awaiting approval Tuesday 3 November 2026 at 10am Ann, themselves");
  expect(words).toContain(
    `Line manager asked to agree Tuesday 3 November 2026 at 10am ${boss}@police.example.org Until the end of Friday 6 November 2026`,
  );
  expect(words).toContain("Has a place Tuesday 3 November 2026 at 10am Bo Boss, as their line manager");
  expect(words).toContain("They agreed Tuesday 3 November 2026 at 10am Good");
  expect(words).toContain(
    "Cancelled Monday 16 November 2026 at midday Ann, themselves less than one full working day of notice, late. Court",
  );
  expect(words).toContain("Cancelled late £50: due");
  for (const letter of [
    "Approval asked for",
    "Booking awaiting approval",
    "Place confirmed",
    "Booking cancelled",
    "Charge made",
  ])
    expect(words).toContain(letter);
});

test("letters about other bookings of the person are not among them", async () => {
  const { session, ask, ann, see, world } = records();
  const id = ask(session(), ann);
  ask(session(), ann);
  const letters = wordsOf(await see(id)).match(/Place confirmed/g);
  expect(letters).toHaveLength(1);
  expect(world.db.select().from(world.tables.outbox).all()).toHaveLength(2);
});

test("a promotion's reason is part of the story", async () => {
  const { session, ask, ann, person, as, coordinator, see } = records();
  const sessionId = session({ capacity: 1 });
  const taken = ask(sessionId, person());
  const id = ask(sessionId, ann);
  const waiting = await see(id);
  expect(waiting.html).toContain(`href="/manage/sessions/${sessionId}/queue?offer=${id}"`);
  cancelBooking(as(coordinator), { bookingId: taken });
  const page = await see(id);
  expect(wordsOf(page)).toContain(
    "Their turn on the waiting list Tuesday 3 November 2026 at 10am longest waiting",
  );
  expect(page.html).toContain(`href="/bookings/${id}/offer"`);
});

test("cancelling asks whose wish it is: theirs is charged when late, ours never", async () => {
  const { rules, session, ask, ann, person, see, send, charges, clock, today, row, path, world } = records();
  rules();
  const sessionId = session();
  const [anns, bobs] = [ask(sessionId, ann), ask(sessionId, person())];
  clock.set(instantOf(addDays(today, 13), "12:00"));
  expect(wordsOf(await see(anns))).toContain("That is late: £50 is charged to their agency");
  const unsaid = await send(anns, { intent: "cancel" });
  expect([unsaid.status, errorSummaryOf(unsaid)]).toEqual([
    400,
    [{ message: "Select whose wish it is", to: "#field-whose" }],
  ]);
  expect(unsaid.html).toMatch(/<details[^>]*open/);
  const added = watch(world);
  const ours = await send(bobs, { intent: "cancel", whose: "ours", reason: "Too many" });
  expect(ours.to).toBe(`${path(bobs)}?done=cancelled`);
  expect(charges()).toEqual([]);
  expect(inShort(added())).toEqual({ audit: ["bookings.cancelled"], messages: ["booking cancelled"] });
  await send(anns, { intent: "cancel", whose: "theirs" });
  expect(charges()).toMatchObject([{ bookingId: anns, pence: 5000 }]);
  const before = contentOf(world.db);
  await send(anns, { intent: "cancel", whose: "theirs" });
  expect(contentOf(world.db)).toBe(before);
  expect([row(anns)?.state, row(bobs)?.state]).toEqual(["cancelled", "cancelled"]);
  expect((await see(anns)).html).not.toContain('value="cancel"');
});

test("a colleague takes the place; whoever may not is refused in words", async () => {
  const { session, ask, ann, person, send, row, path, bookingOf } = records();
  const id = ask(session(), ann);
  const far = person({ agencyId: "health" });
  for (const [email, message] of [
    ["", "Enter your work email address"],
    ["nobody@police.example.org", "Nobody has an account with this address"],
    [`${far}@police.example.org`, "Enter the address of somebody of the same agency"],
    [
      `${ann}@police.example.org`,
      "Enter somebody else’s address: they have a booking for this session already",
    ],
  ] as const) {
    const refused = await send(id, { intent: "substitute", email });
    expect([refused.status, errorSummaryOf(refused)]).toEqual([400, [{ message, to: "#field-email" }]]);
  }
  const bob = person();
  const sent = await send(id, { intent: "substitute", email: `${bob.toUpperCase()}@police.example.org` });
  expect(sent.to).toBe(`${path(bookingOf(bob)?.id ?? "")}?done=substituted`);
  expect([row(id)?.state, bookingOf(bob)?.state]).toEqual(["cancelled", "confirmed"]);
});

test("a moved booking and the new one lead to each other", async () => {
  const { session, ask, ann, see, today, visit, coordinator, bookingOf } = records();
  const id = ask(session(), ann);
  const later = session({ meetings: [{ date: addDays(today, 30), startTime: "09:30", endTime: "16:30" }] });
  const form = { step: "confirm", to: `${later}~room`, cost: "0" };
  await visit(`/bookings/${id}/move`, { as: coordinator, form });
  const begun = bookingOf(ann, later)?.id ?? "";
  expect((await see(id)).html).toContain(`href="/manage/bookings/${begun}"`);
  expect((await see(begun, "?done=moved")).html).toContain(`href="/manage/bookings/${id}"`);
});

test("nobody but coordinators: not to see, not to send; a booking that is none is not found", async () => {
  const { session, ask, ann, person, visit, path, send, row, coordinator } = records();
  const id = ask(session(), ann);
  for (const as of [ann, person({ roles: ["agency_lead", "trainer", "admin"] })]) {
    expect((await visit(path(id), { as })).status).toBe(403);
    expect((await send(id, { intent: "cancel", whose: "ours" }, as)).status).toBe(403);
  }
  expect((await visit(path(id))).to).toMatch(/^\/sign-in/);
  expect((await visit(path("none"), { as: coordinator })).status).toBe(404);
  expect((await send("none", { intent: "cancel", whose: "ours" })).status).toBe(404);
  expect(row(id)?.state).toBe("confirmed");
});

test("booking for somebody: no approval, no claims, told by email; and onto the waiting list only when that is chosen", async () => {
  const { course, asksForCourse, session, person, ann, visit, coordinator, bookingOf, world, path } =
    records();
  course({ approval: "agency lead" });
  asksForCourse();
  const sessionId = session({ capacity: 1 });
  const address = `/manage/sessions/${sessionId}/book`;
  const send = (form: Record<string, string>) => visit(address, { as: coordinator, form });
  const page = await visit(address, { as: coordinator });
  expect(titleOf(page)).toBe("Book for someone: Neglect, 17 November 2026 – Joint training");
  expect(wordsOf(page)).toContain("Places free: 1. 0 people wait.");
  expect(brokenReferences(page)).toEqual([]);
  const empty = await send({});
  expect(errorSummaryOf(empty)).toEqual([
    { message: "Enter your work email address", to: "#field-email" },
    { message: "Select what happens if there is no place", to: "#field-ifFull" },
  ]);
  const added = watch(world);
  const sent = await send({ email: ` ${ann.toUpperCase()}@police.example.org `, ifFull: "refuse" });
  expect(sent.to).toBe(`${path(bookingOf(ann)?.id ?? "")}?done=booked`);
  expect(bookingOf(ann)?.state).toBe("confirmed");
  expect(inShort(added())).toEqual({ audit: ["bookings.confirmed"], messages: ["booking confirmed"] });
  const again = await send({ email: `${ann}@police.example.org`, ifFull: "refuse" });
  expect(errorSummaryOf(again)[0]?.message).toBe("They have a booking for this session already");
  const bob = person();
  const full = await send({ email: `${bob}@police.example.org`, ifFull: "refuse" });
  expect(errorSummaryOf(full)).toEqual([
    { message: expect.stringContaining("There is no place for them"), to: "#field-ifFull" },
  ]);
  await send({ email: `${bob}@police.example.org`, ifFull: "wait" });
  expect(bookingOf(bob)?.state).toBe("waiting");
  const unknown = await send({ email: "x@police.example.org", ifFull: "wait" });
  expect(errorSummaryOf(unknown)[0]?.message).toBe("Nobody has an account with this address");
  for (const as of [ann, person({ roles: ["agency_lead", "trainer", "admin"] })])
    expect((await visit(address, { as, form: { email: "x@y.example", ifFull: "wait" } })).status).toBe(403);
});

test("booking for somebody onto a hybrid session asks where they take part", async () => {
  const { hybrid, ann, visit, coordinator, bookingOf, db, tables } = records();
  const sessionId = hybrid(1, 2);
  const address = `/manage/sessions/${sessionId}/book`;
  const form = { email: `${ann}@police.example.org`, ifFull: "refuse" };
  const unsaid = await visit(address, { as: coordinator, form });
  expect(errorSummaryOf(unsaid)).toEqual([{ message: "Select where they take part", to: "#field-mode" }]);
  await visit(address, { as: coordinator, form: { ...form, mode: "online" } });
  expect(bookingOf(ann)).toMatchObject({ mode: "online", state: "confirmed" });
  const workspace = await visit(`/manage/sessions/${sessionId}`, { as: coordinator });
  for (const href of [
    `${address}`,
    `/manage/sessions/${sessionId}/queue`,
    `/manage/sessions/${sessionId}/places`,
  ])
    expect(workspace.html).toContain(`href="${href}"`);
  expect(workspace.html).toContain(`href="/manage/bookings/${bookingOf(ann)?.id}"`);
  db.update(tables.sessions).set({ status: "closed" }).where(eq(tables.sessions.id, sessionId)).run();
  const closed = await visit(address, { as: coordinator, form: { ...form, mode: "online" } });
  expect(closed.status).toBe(400);
});
