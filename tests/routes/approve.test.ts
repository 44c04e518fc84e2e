// Approving by the link in the letter: without signing in, once, and by nobody who only looks.
import { expect, test } from "vitest";
import {
  answerApproval,
  answerSilence,
  approvalToken,
  cancelBooking,
} from "~/domain/bookings/bookings.server";
import { withoutSecrets } from "~/web/without-secrets";
import { contentOf, inShort, nothing, watch } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, titleOf, wordsOf } from "../domain/support-check/site";
import { testSettings } from "../support/web";
import { teamWorld } from "./team-world";

function asked() {
  const world = teamWorld({ approval: "line manager" });
  const rae = world.change(world.report("Rae Report"), {
    accessNeeds: "A ramp",
    jobTitle: "Sergeant",
    team: "Night team",
  });
  const sessionId = world.session();
  return { ...world, rae, sessionId, ...world.ask(sessionId, rae) };
}

test("the page says who asks for what, when, where, until when, and what no answer means; and nothing more of the person", async () => {
  const { open, link, row, rae } = asked();
  const page = await open(link);
  expect(page.status).toBe(200);
  expect(titleOf(page)).toBe("Approve a training place: Neglect – Joint training");
  const words = wordsOf(page);
  expect(words).toContain("Rae Report of Police has asked for a place and names you as their line manager.");
  expect(words).toContain("Tuesday 17 November 2026, 9:30am to 4:30pm");
  expect(words).toContain("The Hall, 1 Test Street, TS1 1TS");
  expect(words).toMatch(/Answer by (The end of )?Friday 6 November 2026/);
  expect(words).toContain("We keep a place for them until then. If you do not answer, the booking ends.");
  expect(brokenReferences(page)).toEqual([]);
  const sent = await open(`${link}.data`);
  expect(page.html + sent.html).not.toMatch(/ramp|Sergeant|Night team/);
  expect(page.html + sent.html).not.toContain(row(rae).email);
});

test("where the terms take silence for agreement, the page says so", async () => {
  const world = teamWorld();
  world.rules({ approval: { workingDays: 5, silence: "approved" } });
  const sessionId = world.session({ capacity: 1 });
  world.book(sessionId, world.person());
  world.course({ approval: "line manager" });
  const { link } = world.ask(sessionId, world.report("Rob Report"));
  const words = wordsOf(await world.open(link));
  expect(words).toContain("The session is full. If you approve, they wait for a place.");
  expect(words).toContain("If you do not answer, we take it that you agree.");
});

test("looking at it any number of times, as scanners of mail do, answers nothing", async () => {
  const { open, link, db } = asked();
  const before = contentOf(db);
  for (let look = 0; look < 3; look++) await open(link);
  await open(`${link}?intent=approve`);
  expect(contentOf(db)).toBe(before);
});

test("approved: the place is confirmed, once, and the page thanks", async () => {
  const world = asked();
  const { open, link, booking, bookingId, approvalOf, approvalId } = world;
  const added = watch(world);
  const sent = await open(link, { form: { intent: "approve", note: "not kept" } });
  expect([sent.status, sent.to]).toEqual([302, link]);
  expect(booking(bookingId)?.state).toBe("confirmed");
  expect(approvalOf(approvalId)).toMatchObject({ answer: "approved", answeredBy: null, note: null });
  expect(inShort(added())).toEqual({
    audit: ["bookings.approval answered", "bookings.confirmed"],
    messages: ["booking confirmed"],
  });
  expect(added().audit[1]?.detail).toMatchObject({ actedAs: "line manager" });
  expect(wordsOf(await open(link))).toContain("You have approved this place");
  const again = watch(world);
  expect((await open(link, { form: { intent: "approve" } })).to).toBe(link);
  expect((await open(link, { form: { intent: "decline" } })).to).toBe(link);
  expect(inShort(again())).toEqual(nothing);
  expect(booking(bookingId)?.state).toBe("confirmed");
});

test("declined with a note: the person reads it", async () => {
  const world = asked();
  const { open, link, booking, bookingId } = world;
  const added = watch(world);
  await open(link, { form: { intent: "decline", note: "Short of people that week." } });
  expect(booking(bookingId)?.state).toBe("declined");
  expect(added().messages).toMatchObject([
    { kind: "booking declined", facts: { note: "Short of people that week.", because: "approval" } },
  ]);
  expect(JSON.stringify(added().audit)).not.toContain("Short of people");
  expect(wordsOf(await open(link))).toContain("You have declined this place");
});

test("answered by somebody else meanwhile, ended, too late, or taken by silence: the page says so and takes nothing", async () => {
  const said = async (world: ReturnType<typeof asked>) => {
    const before = contentOf(world.db);
    const words = wordsOf(await world.open(world.link));
    expect(words).not.toContain("Do you approve");
    await world.open(world.link, { form: { intent: "approve" } });
    await world.open(world.link, { form: { intent: "decline" } });
    expect(contentOf(world.db)).toBe(before);
    return words;
  };
  const byLead = asked();
  answerApproval(byLead.as(byLead.lead), { approvalId: byLead.approvalId, approve: false });
  expect(await said(byLead)).toContain("This place has been declined already Somebody else answered");

  const ended = asked();
  cancelBooking(ended.as(ended.rae), { bookingId: ended.bookingId });
  expect(await said(ended)).toContain("There is nothing left to approve");

  const silent = asked();
  silent.clock.forward(silent.days(5));
  answerSilence(silent.asSystem);
  expect(await said(silent)).toContain("Nobody answered in time, so the booking has ended.");

  const begun = asked();
  begun.clock.forward(begun.days(15));
  expect(await said(begun)).toContain("The session has begun");
});

test("signed in or not, it is the line manager who answered; the person themselves may not", async () => {
  const world = asked();
  const { open, link, boss, rae, approvalOf, approvalId, db } = world;
  const before = contentOf(db);
  expect((await open(link, { as: rae })).status).toBe(404);
  expect((await open(link, { as: rae, form: { intent: "approve" } })).status).toBe(404);
  expect(contentOf(db)).toBe(before);
  await open(link, { as: boss, form: { intent: "approve" } });
  expect(approvalOf(approvalId)).toMatchObject({ answer: "approved", answeredBy: boss });
  expect(wordsOf(await open(link))).toContain("You have approved this place");
});

test("a link that was altered, forged or made up is not found, to look at or to send to; a lead's approval has none", async () => {
  const { open, link, approvalId, db } = asked();
  const token = link.split("/")[2] ?? "";
  const before = contentOf(db);
  const forged = [
    `${token}x`,
    `${token}~x`,
    token.slice(0, -1),
    token.replace(approvalId, "t-000001"),
    `${approvalId}~`,
    approvalId,
    approvalToken("another secret, long enough to be one", approvalId),
    approvalToken(testSettings.secret, "no such approval"),
    "%00",
    "~~",
  ];
  for (const altered of forged) {
    const path = `/approve/${encodeURIComponent(altered)}`;
    expect((await open(path)).status, altered).toBe(404);
    expect((await open(path, { form: { intent: "approve" } })).status, altered).toBe(404);
  }
  expect(contentOf(db)).toBe(before);
  const byLead = teamWorld({ approval: "agency lead" });
  const other = byLead.ask(byLead.session(), byLead.person());
  expect((await byLead.open(other.link)).status).toBe(404);
  expect((await byLead.open(other.link, { form: { intent: "approve" } })).status).toBe(404);
});

test("an answer that is none, or a note that is too long, is refused with what was typed", async () => {
  const { open, link, db } = asked();
  const before = contentOf(db);
  const none = await open(link, { form: { note: "x" } });
  expect([none.status, errorSummaryOf(none)[0]?.message]).toEqual([400, "Answer with one of the buttons"]);
  const long = await open(link, { form: { intent: "decline", note: "n".repeat(501) } });
  expect(long.status).toBe(400);
  expect(errorSummaryOf(long)).toEqual([
    { message: "Enter a note of 500 characters or fewer", to: "#field-note" },
  ]);
  expect(long.html).toContain("n".repeat(501));
  expect(brokenReferences(long)).toEqual([]);
  expect(contentOf(db)).toBe(before);
});

test("the secret of the link stands in no log and no audit entry", async () => {
  const world = asked();
  const { open, link } = world;
  expect(withoutSecrets(link)).toBe("/approve/[secret]");
  const added = watch(world);
  await open(link, { form: { intent: "approve" } });
  expect(added().audit[0]?.screen).toBe("POST /approve/[secret]");
});
