// /privacy/complaint: anyone complains, keeps a reference that survives a reload, and is not asked for more than needed.
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "tests/domain/support-check/site";
import { makeWorld } from "tests/support/world";
import { describe, expect, it } from "vitest";
import { acknowledgeComplaint, answerComplaint } from "~/domain/personal-data/personal-data.server";
import { days } from "~/shared/clock";
import { limitTable } from "~/web/limits.server";

const form = { name: "Wynne Invented", email: "wynne@home.example", text: "My attendance is wrong." };
const address = "/privacy/complaint";

function setUp() {
  const world = makeWorld();
  const kept = () => world.db.select().from(world.tables.dataComplaints).all();
  return { world, open: siteOf(world), kept };
}

describe("the form", () => {
  it("is there for a stranger, and warns not to name those they work with", async () => {
    const { open } = setUp();
    const page = await open(address);
    expect(page.status).toBe(200);
    expect(titleOf(page)).toBe("Complain about how your data is used – Joint training");
    expect(brokenReferences(page)).toEqual([]);
    expect(wordsOf(page)).toContain("Please do not name children, adults or families you work with");
    expect(page.html).not.toMatch(/<input[^>]*name="(name|email)"[^>]*value=/);
  });

  it("knows the name and address of someone who is signed in", async () => {
    const { world, open } = setUp();
    const ann = world.person({ name: "Ann O’Connor" });
    const page = await open(address, { as: ann });
    expect(page.html).toMatch(/name="name"[^>]*value="Ann O’Connor"/);
    expect(page.html).toMatch(new RegExp(`name="email"[^>]*value="${ann}@police.example.org"`));
  });

  it("refuses what is missing, with what was typed and a way to each field", async () => {
    const { open, kept } = setUp();
    const page = await open(address, { form: { ...form, email: "wynne", text: " " } });
    expect(page.status).toBe(400);
    expect(titleOf(page)).toMatch(/^Error: /);
    expect(errorSummaryOf(page)).toEqual([
      { message: "Enter an email address in the correct format, like name@example.org", to: "#field-email" },
      { message: "Enter what went wrong", to: "#field-text" },
    ]);
    expect(brokenReferences(page)).toEqual([]);
    expect(page.html).toMatch(/name="name"[^>]*value="Wynne Invented"/);
    expect(kept()).toEqual([]);
  });
});

it("a name that leads elsewhere is refused beside its field, and no letter carries it to anyone", async () => {
  const { world, open, kept } = setUp();
  const name = "Your account closes today, sign in at https://evil.example/x";
  const page = await open(address, { form: { ...form, name } });
  expect(page.status).toBe(400);
  expect(errorSummaryOf(page)).toMatchObject([{ to: "#field-name" }]);
  expect(kept()).toEqual([]);
  expect(world.count("outbox")).toBe(0);
});

describe("after sending", () => {
  it("a page with the reference and the dates stands up to a reload, and shows nothing of what was written", async () => {
    const { open, kept } = setUp();
    const sent = await open(address, { form });
    const [complaint] = kept();
    expect(sent).toMatchObject({ status: 303, to: `${address}?reference=${complaint?.reference}` });
    const [first, again] = [await open(sent.to ?? ""), await open(sent.to ?? "")];
    expect(again.html).toBe(first.html);
    expect(titleOf(first)).toBe("Your complaint – Joint training");
    const words = wordsOf(first);
    expect(words).toContain(`Your complaint has arrived Your reference ${complaint?.reference}`);
    expect(words).toContain("It reached us 3 November 2026");
    expect(words).toContain("A person has read it Not yet: by Thursday 3 December 2026");
    for (const typed of Object.values(form)) expect(first.html).not.toContain(typed);
  });

  it("sending the same again leads to the same complaint", async () => {
    const { open, kept } = setUp();
    const [first, again] = [await open(address, { form }), await open(address, { form })];
    expect(again.to).toBe(first.to);
    expect(kept()).toHaveLength(1);
  });

  it("says what happened since: acknowledged, answered, or late", async () => {
    const { world, open, kept } = setUp();
    const { to } = await open(address, { form });
    const words = async () => wordsOf(await open(to ?? ""));
    world.clock.forward(days(31));
    expect(await words()).toContain("We should have written to you by now, and we are sorry.");
    const complaintId = kept()[0]?.id ?? "";
    acknowledgeComplaint(world.as(world.coordinator), { complaintId });
    expect(await words()).toContain("We have read your complaint");
    expect(await words()).toContain("A person has read it 4 December 2026");
    answerComplaint(world.as(world.coordinator), { complaintId, answer: "The answer itself" });
    expect(await words()).toContain("Your complaint is answered");
    expect(await words()).not.toContain("The answer itself");
  });

  it("a reference that nobody has is not found", async () => {
    const { open } = setUp();
    for (const reference of ["AAAA-AAAA", "", "%00", "' or 1=1"]) {
      const page = await open(`${address}?reference=${encodeURIComponent(reference)}`);
      expect(page.status).toBe(404);
      expect(titleOf(page)).toContain("Page not found");
    }
  });
});

it("a name with line breaks begins no header of a message and no line of a page", async () => {
  const { world, open, kept } = setUp();
  await open(address, { form: { ...form, name: "Ann\r\nBcc: all" } });
  expect(kept()[0]?.name).toBe("Ann Bcc: all");
  expect(world.db.select().from(world.tables.outbox).all()[0]?.facts).toMatchObject({
    personName: "Ann Bcc: all",
  });
});

it("one client sends so many and no more, and what was refused for its form counts for nothing", async () => {
  const { open, kept } = setUp();
  for (let count = 0; count < 10; count++) await open(address, { form: { ...form, text: "" } });
  const most = limitTable.complaintsFromClient.most;
  for (let count = 0; count < most; count++)
    expect((await open(address, { form: { ...form, text: `Number ${count}` } })).status).toBe(303);
  const refused = await open(address, { form: { ...form, text: "One more" } });
  expect(refused.status).toBe(429);
  expect(errorSummaryOf(refused)[0]?.message).toMatch(/^Wait .* before you send another complaint/);
  expect(refused.html).toContain("One more");
  expect(kept()).toHaveLength(most);
});
