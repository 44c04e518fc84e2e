// /admin/complaints: what waits and until when; acknowledged and answered once, by those who may.
import { inShort, nothing, watch } from "tests/domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "tests/domain/support-check/site";
import { makeWorld } from "tests/support/world";
import { describe, expect, it } from "vitest";
import { acknowledgeComplaint, receiveComplaint } from "~/domain/personal-data/personal-data.server";
import { days } from "~/shared/clock";

const form = { name: "Wynne Invented", email: "wynne@home.example", text: "First line.\nSecond line." };

function setUp() {
  const world = makeWorld();
  const { reference } = receiveComplaint(world.stranger, form);
  const complaintId = world.db.select().from(world.tables.dataComplaints).all()[0]?.id ?? "";
  const site = siteOf(world);
  const open = (path: string, posted?: Record<string, string>, as: string | undefined = world.coordinator) =>
    site(path, { as, form: posted });
  return { world, reference, complaintId, site, open, address: `/admin/complaints/${complaintId}` };
}

describe("the list", () => {
  it("has nothing to do where nobody complained", async () => {
    const world = makeWorld();
    const page = await siteOf(world)("/admin/complaints", { as: world.coordinator });
    expect(page.status).toBe(200);
    expect(wordsOf(page)).toContain("No complaint waits");
    expect(titleOf(page)).toBe("Data complaints – Joint training");
  });

  it.each([
    [0, "Acknowledge by 3 December 2026, 30 days left", []],
    [18, "Acknowledge by 3 December 2026, 12 days left", []],
    [23, "Acknowledge by 3 December 2026, 7 days left Due soon", ["Due soon"]],
    [30, "Acknowledge by 3 December 2026, today is the last day Due soon", ["Due soon"]],
    [31, "Acknowledge by 3 December 2026, overdue by 1 day Overdue", ["Overdue"]],
    [45, "Acknowledge by 3 December 2026, overdue by 15 days Overdue", ["Overdue"]],
  ])("after %i days says how long is left, in words", async (passed, words, tags) => {
    const { world, reference, address, open } = setUp();
    world.clock.forward(days(passed));
    const page = await open("/admin/complaints");
    expect(wordsOf(page)).toContain(words);
    expect([...page.html.matchAll(/govuk-tag--\w+">([^<]+)</g)].map(([, tag]) => tag)).toEqual(tags);
    expect(page.html).toContain(`href="${address}"`);
    expect(wordsOf(page)).toContain(`${reference} Wynne Invented 3 November 2026`);
  });

  it("keeps answered ones apart", async () => {
    const { open, address } = setUp();
    await open(address, { intent: "answer", answer: "Put right." });
    const words = wordsOf(await open("/admin/complaints"));
    expect(words).toContain("No complaint waits");
    expect(words).toMatch(/Answered .*Wynne Invented .*Answered 3 November 2026/);
  });
});

describe("one complaint", () => {
  it("says who wrote what, and what to do", async () => {
    const { open, address, reference } = setUp();
    const page = await open(address);
    expect(titleOf(page)).toBe(`Data complaint ${reference} – Joint training`);
    expect(brokenReferences(page)).toEqual([]);
    const words = wordsOf(page);
    expect(words).toContain("Wynne Invented (not signed in, so nobody has checked who they are)");
    expect(page.html).toContain('href="mailto:wynne@home.example"');
    expect(page.html).toMatch(/>First line\.<\/p><p[^>]*>Second line\.</);
    expect(page.html.match(/class="govuk-button"/g)).toHaveLength(1);
  });

  it("by someone with an account leads to them, and looking at it is recorded once", async () => {
    const { world, open } = setUp();
    const ann = world.person({ name: "Ann" });
    receiveComplaint(world.as(ann), { ...form, text: "It is wrong." });
    const row = world.db.select().from(world.tables.dataComplaints).all()[1];
    const added = watch(world);
    const page = await open(`/admin/complaints/${row?.id}`);
    await open(`/admin/complaints/${row?.id}`);
    expect(page.html).toContain(`href="/admin/people/${ann}"`);
    expect(added().audit).toMatchObject([{ action: "accounts.viewed", aboutPersonId: ann }]);
  });

  it("is acknowledged with one press, and the page says so; a second press changes nothing", async () => {
    const { world, open, address } = setUp();
    const added = watch(world);
    expect(await open(address, { intent: "acknowledge" })).toMatchObject({
      status: 303,
      to: `${address}?done=acknowledged`,
    });
    await open(address, { intent: "acknowledge" });
    expect(inShort(added())).toEqual({
      audit: ["personal-data.complaint acknowledged"],
      messages: ["complaint acknowledged"],
    });
    const words = wordsOf(await open(`${address}?done=acknowledged`));
    expect(words).toContain("The complaint is acknowledged. They get an email that says so.");
    expect(words).toContain("Acknowledged 3 November 2026, to be answered");
    expect(words).not.toContain("I have read it");
    expect(words).toMatch(/History .*Acknowledged Tuesday 3 November 2026 at 10am Coordinator/);
  });

  it("is answered in words that are sent and kept", async () => {
    const { world, open, address } = setUp();
    const added = watch(world);
    expect(
      await open(address, { intent: "answer", answer: "You were right.\r\nIt is put right." }),
    ).toMatchObject({
      status: 303,
      to: `${address}?done=answered`,
    });
    expect(added().messages).toMatchObject([
      { kind: "complaint answered", facts: { answer: "You were right.\nIt is put right." } },
    ]);
    const page = await open(address);
    expect(page.html).toMatch(/>You were right\.<\/p><p[^>]*>It is put right\.</);
    expect(page.html).not.toContain("<textarea");
  });

  it("an answer that is missing is refused and leads to its box", async () => {
    const { world, open, address } = setUp();
    const added = watch(world);
    const page = await open(address, { intent: "answer", answer: " " });
    expect(page.status).toBe(400);
    expect(errorSummaryOf(page)).toEqual([{ message: "Enter your answer", to: "#field-answer" }]);
    expect(inShort(added())).toEqual(nothing);
  });

  it("a second answer is refused with the first one shown", async () => {
    const { world, open, address } = setUp();
    await open(address, { intent: "answer", answer: "The first." });
    const added = watch(world);
    const page = await open(address, { intent: "answer", answer: "The second." });
    expect(page.status).toBe(400);
    expect(errorSummaryOf(page)[0]?.message).toContain("Someone has answered this complaint already");
    expect(wordsOf(page)).toContain("The first.");
    expect(inShort(added())).toEqual(nothing);
  });

  it("an administrator may, others may not, and one that is not there is not found", async () => {
    const { world, open, site, address, complaintId } = setUp();
    const admin = world.person({ name: "Admin", roles: ["admin"] });
    expect((await open(address, undefined, admin)).status).toBe(200);
    for (const role of ["agency_lead", "trainer", "sdg_member", "scrutineer"] as const) {
      const as = world.person({ roles: [role] });
      const added = watch(world);
      expect((await open("/admin/complaints", undefined, as)).status).toBe(403);
      expect((await open(address, undefined, as)).status).toBe(403);
      expect((await open(address, { intent: "acknowledge" }, as)).status).toBe(403);
      expect(inShort(added())).toEqual(nothing);
    }
    expect((await site(address)).to).toContain("/sign-in");
    expect((await open("/admin/complaints/no-such")).status).toBe(404);
    expect((await open("/admin/complaints/no-such", { intent: "acknowledge" })).status).toBe(404);
    acknowledgeComplaint(world.as(admin), { complaintId });
    expect(wordsOf(await open(address))).toMatch(/at 10am Admin/);
  });
});
