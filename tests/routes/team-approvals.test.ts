// Approving from a team's page: a lead their agency's, a line manager what was asked of them, nobody anything else.
import { expect, test } from "vitest";
import { contentOf, inShort, nothing, watch } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, wordsOf } from "../domain/support-check/site";
import { teamWorld } from "./team-world";

test("a lead approves in the row: who, what, until when, and what silence means; everyone is told", async () => {
  const world = teamWorld({ approval: "agency lead" });
  const { open, lead, person, session, ask, booking } = world;
  const { bookingId, approvalId } = ask(session(), person({ name: "Ann Asker" }));
  const page = await open("/team", { as: lead });
  expect(wordsOf(page)).toMatch(
    /Do you approve\? .*Ann Asker Asked on 3 November 2026 Neglect 17 November 2026 .*Friday 6 November 2026.* Without an answer it ends Approve Ann Asker/,
  );
  expect(brokenReferences(page)).toEqual([]);
  const added = watch(world);
  const sent = await open("/team", { form: { intent: "approve", approvalId }, as: lead });
  expect(sent.to).toBe("/team?done=approved");
  expect(wordsOf(await open("/team?done=approved", { as: lead }))).toContain("Approved. We have written to");
  expect(booking(bookingId)?.state).toBe("confirmed");
  expect(inShort(added())).toEqual({
    audit: ["bookings.approval answered", "bookings.confirmed"],
    messages: ["booking confirmed"],
  });
  const again = watch(world);
  await open("/team", { form: { intent: "approve", approvalId }, as: lead });
  expect(inShort(again())).toEqual(nothing);
  const late = await open("/team", { form: { intent: "decline", approvalId }, as: lead });
  expect([late.status, errorSummaryOf(late)[0]?.message]).toEqual([
    400,
    "This has been answered meanwhile, or the booking has ended",
  ]);
});

test("a lead declines with a note beside the person, who reads it; too long a note is refused in its row", async () => {
  const world = teamWorld({ approval: "agency lead" });
  const { open, lead, person, session, ask, booking, db } = world;
  const { bookingId, approvalId } = ask(session(), person());
  const note = `note-${approvalId}`;
  const before = contentOf(db);
  const long = await open("/team", {
    form: { intent: "decline", approvalId, [note]: "n".repeat(501) },
    as: lead,
  });
  expect(errorSummaryOf(long)).toEqual([
    { message: "Enter a note of 500 characters or fewer", to: `#field-${note}` },
  ]);
  expect(brokenReferences(long)).toEqual([]);
  expect(contentOf(db)).toBe(before);
  await open("/team", { form: { intent: "decline", approvalId, [note]: "Not this month" }, as: lead });
  expect(booking(bookingId)?.state).toBe("declined");
});

test("a line manager sees and answers what was asked of them, also of another agency, and nothing else", async () => {
  const world = teamWorld({ approval: "line manager" });
  const { open, boss, report, session, ask, booking, change, person } = world;
  const sessionId = session();
  const mine = ask(sessionId, report("Rae Report", "health"));
  const theirs = ask(
    sessionId,
    change(person({ name: "Una Other" }), { lineManagerEmail: "else@police.example.org" }),
  );
  const words = wordsOf(await open("/team", { as: boss }));
  expect(words).toContain("Rae Report");
  expect(words).not.toContain("Una Other");
  for (const path of ["/team", "/team/approvals"]) {
    const form = { intent: "approve", approvalId: theirs.approvalId };
    expect((await open(path, { form, as: boss })).status).toBe(404);
  }
  expect(booking(theirs.bookingId)?.state).toBe("awaiting approval");
  const sent = await open("/team/approvals", {
    form: { intent: "approve", approvalId: mine.approvalId },
    as: boss,
  });
  expect(sent.to).toBe("/team/approvals?done=approved");
  expect(booking(mine.bookingId)?.state).toBe("confirmed");
});

test("two agencies, every approval swapped: not found, and nothing changes", async () => {
  const world = teamWorld({ approval: "agency lead" });
  const { open, lead, healthLead, unconfirmedLead, person, session, ask, db } = world;
  const sessionId = session({ capacity: 9 });
  const police = ask(sessionId, person({ name: "Pat Police" }));
  const health = ask(sessionId, person({ name: "Hal Health", agencyId: "health" }));
  const before = contentOf(db);
  for (const [as, approvalId] of [
    [lead, health.approvalId],
    [healthLead, police.approvalId],
    [unconfirmedLead, police.approvalId],
    [lead, "nothing"],
    [lead, ""],
  ] as const) {
    for (const path of ["/team", "/team/approvals"])
      for (const intent of ["approve", "decline"])
        expect((await open(path, { form: { intent, approvalId }, as })).status, `${path} ${as}`).toBe(404);
  }
  expect(contentOf(db)).toBe(before);
  for (const [as, other] of [
    [lead, "Hal Health"],
    [healthLead, "Pat Police"],
  ] as const) {
    for (const path of ["/team", "/team/approvals", "/team.data", "/team/approvals.data"])
      expect((await open(path, { as })).html).not.toContain(other);
  }
});

test("nobody sees or answers the approval of their own booking", async () => {
  const world = teamWorld({ approval: "agency lead" });
  const { open, lead, session, ask, booking } = world;
  const own = ask(session(), lead);
  expect(wordsOf(await open("/team", { as: lead }))).not.toContain("Do you approve?");
  const form = { intent: "approve", approvalId: own.approvalId };
  expect((await open("/team", { form, as: lead })).status).toBe(404);
  expect(booking(own.bookingId)?.state).toBe("awaiting approval");
});

test("the full list has the latest that were answered, with by whom", async () => {
  const world = teamWorld({ approval: "line manager" });
  const { open, lead, boss, report, session, ask } = world;
  expect(wordsOf(await open("/team/approvals", { as: lead }))).toContain("Nothing waits for your answer");
  const byLink = ask(session(), report("Lin Link"));
  await open(byLink.link, { form: { intent: "decline" } });
  const byLead = ask(session(), report("Len Lead"));
  await open("/team", { form: { intent: "approve", approvalId: byLead.approvalId }, as: lead });
  for (const as of [lead, boss]) {
    const page = await open("/team/approvals", { as });
    const words = wordsOf(page);
    expect(words).toContain("Len Lead Neglect, 17 November 2026 Approved Lead 3 November 2026");
    expect(words).toContain(
      "Lin Link Neglect, 17 November 2026 Declined Their line manager, by the emailed link",
    );
    expect(brokenReferences(page)).toEqual([]);
  }
});

test("practitioners, trainers and coordinators without a team are turned away", async () => {
  const world = teamWorld({ approval: "agency lead" });
  const { open, person, coordinator, session, ask } = world;
  const { approvalId } = ask(session(), person());
  for (const as of [person(), coordinator, person({ roles: ["trainer"] })])
    for (const path of ["/team", "/team/approvals"]) {
      expect((await open(path, { as })).status).toBe(403);
      expect((await open(path, { form: { intent: "approve", approvalId }, as })).status).toBe(403);
    }
});
