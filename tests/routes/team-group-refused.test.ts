// Booking several people at once: what is refused, and who is turned away.
import { expect, test } from "vitest";
import { contentOf } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, wordsOf } from "../domain/support-check/site";
import { groupSetting } from "./group-setting";

test("nothing chosen, too many, too much, and what is no address are said beside the field", async () => {
  const { send, people, db } = groupSetting();
  const many = people(...Array.from({ length: 31 }, (_, n) => `Person ${n}`));
  const before = contentOf(db);
  for (const [form, message, to] of [
    [{ intent: "check" }, "Select at least one person, or paste an address", "#field-personId"],
    [{ intent: "check", personId: many }, "Book 30 people or fewer at once", "#field-personId"],
    [{ intent: "check", pasted: "ann at home" }, "“ann at home” is not an email address", "#field-pasted"],
    [
      { intent: "check", pasted: "a@b.example\n".repeat(900) },
      "Paste 30 addresses or fewer",
      "#field-pasted",
    ],
    [{ intent: "book" }, "Select at least one person", "#field-personId"],
    [{ intent: "book", personId: many }, "Book 30 people or fewer at once", "#field-personId"],
  ] as const) {
    const refused = await send(form as never);
    expect(refused.status, message).toBe(400);
    expect(errorSummaryOf(refused)).toMatchObject([{ message: expect.stringContaining(message), to }]);
    if (form.intent === "check") expect(brokenReferences(refused)).toEqual([]);
  }
  expect(contentOf(db)).toBe(before);
});

test("a session that is not open says why and books nobody; a draft is not found", async () => {
  const world = groupSetting();
  const { open, path, lead, people, send, bookingsOf, session, clock, days } = world;
  const [ann = ""] = people("Ann");
  expect((await open(`/team/bookings/new/${session({ status: "draft" })}`, { as: lead })).status).toBe(404);
  clock.forward(days(14));
  expect(wordsOf(await open(path, { as: lead }))).toContain("Booking for this session has closed.");
  expect((await send({ intent: "book", personId: [ann] })).status).toBe(400);
  expect(bookingsOf(ann)).toEqual([]);
});

test("two agencies, every person swapped: not found, and nothing changes; others are turned away", async () => {
  const world = groupSetting();
  const { send, open, path, lead, healthLead, unconfirmedLead, person, boss, report, coordinator, db } =
    world;
  report();
  const pat = person({ name: "Pat" });
  const hal = person({ name: "Hal", agencyId: "health" });
  const practitioner = person();
  const before = contentOf(db);
  for (const intent of ["search", "check", "book"])
    for (const [as, personId] of [
      [lead, [hal]],
      [lead, [pat, hal]],
      [healthLead, [pat]],
      [lead, ["nobody"]],
      [unconfirmedLead, [pat]],
    ] as const)
      expect((await send({ intent, personId: [...personId] }, as)).status, `${intent} ${as}`).toBe(404);
  expect((await open(path, { as: unconfirmedLead })).status).toBe(404);
  for (const as of [boss, practitioner, coordinator]) {
    expect((await open(path, { as })).status).toBe(403);
    expect((await send({ intent: "book", personId: [pat] }, as)).status).toBe(403);
  }
  expect(contentOf(db)).toBe(before);
});
