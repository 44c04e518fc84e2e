// A form that is finished later: saved by its button or by the page's script, there again by the same link, and gone once
// it is sent.
import { expect, test } from "vitest";
import { limitTable } from "~/web/limits.server";
import { contentOf } from "../domain/support-check/ledger";
import { errorSummaryOf, wordsOf } from "../domain/support-check/site";
import { evaluationWorld } from "./evaluation-world";

function draftWorld() {
  const world = evaluationWorld();
  const drafts = () => world.db.select().from(world.tables.evaluationDrafts).all();
  /** As the page's script posts it. */
  const tap = (form: Record<string, string>, stage: "T0" | "T2" = "T0") =>
    world.visit(`${world.path(stage)}/draft`, { form });
  return { ...world, drafts, tap };
}

test("the script's save answers 204, and coming back shows what was typed, ticked and chosen", async () => {
  const { drafts, tap, see, takeRegister, clock, bookings } = draftWorld();
  takeRegister();
  const typed = {
    "answer-recognise": "4",
    "answer-threshold": "3",
    "answer-improve": "More <time>",
    "quote-improve": "yes",
    "commitment-3-what": "Ring the school",
    "commitment-3-sure": "9",
    "manager-may-be-asked": "no",
    instrument: "instrument-T2",
  };
  const saved = await tap(typed, "T2");
  expect([saved.status, saved.html]).toEqual([204, ""]);
  const { instrument: _instrument, ...answers } = typed;
  expect(drafts()).toEqual([{ bookingId: bookings[0], stage: "T2", fields: answers, savedAt: clock.now() }]);
  const { html } = await see("T2");
  const checked = [...html.matchAll(/<input[^>]*id="([^"]+)"[^>]*checked=""/g)].map((match) => match[1]);
  expect(checked).toEqual([
    "field-answer-recognise-4",
    "field-answer-threshold-3",
    "field-quote-improve",
    "field-manager-may-be-asked-2",
  ]);
  expect(html).toContain("More &lt;time&gt;</textarea>");
  expect(html).toMatch(/<details[^>]*open=""[^>]*>(?:(?!<\/details>).)*Ring the school/s);
  expect(html).toMatch(/<option value="9" selected="">/);
  expect(html).toContain("What you gave so far is still here.");
});

test("without the script the button saves the same and says how to come back", async () => {
  const { drafts, send, path, visit } = draftWorld();
  const sent = await send("T0", { "answer-recognise": "4", intent: "save" });
  expect([sent.status, sent.to]).toEqual([302, `${path("T0")}?done=saved`]);
  expect(drafts()).toMatchObject([{ fields: { "answer-recognise": "4" } }]);
  const words = wordsOf(await visit(sent.to ?? ""));
  expect(words).toContain("Your answers so far are saved");
  expect(words).toContain(
    "They are not sent yet. Come back by the same link until Tuesday 17 November 2026 at 10am",
  );
});

test("what is saved again takes the place of what was, and blanks and strange fields are left out", async () => {
  const { drafts, tap } = draftWorld();
  await tap({ "answer-recognise": "4", "answer-act": "2" });
  await tap({ "answer-recognise": "5", "answer-act": "", intent: "save", password: "x", __proto: "y" });
  expect(drafts()).toMatchObject([{ fields: { "answer-recognise": "5" } }]);
});

test("sending removes the draft; a save that comes after it brings nothing back", async () => {
  const { drafts, tap, send, see, db } = draftWorld();
  await tap({ "answer-recognise": "4" });
  await send("T0", { "answer-recognise": "6" });
  expect(drafts()).toEqual([]);
  const before = contentOf(db);
  expect((await tap({ "answer-recognise": "4" })).status).toBe(409);
  expect((await send("T0", { "answer-recognise": "4", intent: "save" })).status).toBe(302);
  expect(contentOf(db)).toBe(before);
  expect(wordsOf(await see("T0"))).toContain("Thank you for your answers");
});

test("nothing is saved before or after its time, nor by a link that is not ours", async () => {
  const { drafts, tap, visit, path, db } = draftWorld();
  const before = contentOf(db);
  expect((await tap({ "answer-recognise": "4" }, "T2")).status).toBe(409);
  const forged = path("T0").replace("~T0~", "~T2~");
  expect((await visit(`${forged}/draft`, { form: { "answer-recognise": "4" } })).status).toBe(404);
  expect((await visit(`${forged}/draft`)).status).toBe(404);
  expect(await visit(`${path("T0")}/draft`)).toMatchObject({ status: 302, to: path("T0") });
  expect(drafts()).toEqual([]);
  expect(contentOf(db)).toBe(before);
});

test("too much text is not saved: the button says so and keeps it on the page, the script is told", async () => {
  const { takeRegister, tap, send, drafts } = draftWorld();
  takeRegister();
  const long = { "answer-improve": "x".repeat(40_001) };
  expect((await tap(long, "T2")).status).toBe(409);
  const page = await send("T2", { ...long, intent: "save" });
  expect(page.status).toBe(400);
  expect(errorSummaryOf(page)).toMatchObject([
    { message: "There is too much text to save. Shorten it, and save again." },
  ]);
  expect(page.html).toContain("x".repeat(40_001));
  expect(drafts()).toEqual([]);
});

test("a form saves itself so often and no oftener, and another's is not held up by it", async () => {
  const { tap, visit, path, send } = draftWorld();
  for (let count = 0; count < limitTable.draftsOfForm.most; count++)
    expect((await tap({ "answer-recognise": "4" })).status).toBe(204);
  const refused = await tap({ "answer-recognise": "4" });
  expect(refused.status).toBe(429);
  expect((await send("T0", { intent: "save" })).status).toBe(429);
  // Another stage of the same booking is another form.
  expect((await visit(`${path("T2")}/draft`, { form: {} })).status).toBe(409);
  // Sending the answers themselves is not counted.
  expect((await send("T0", { "answer-recognise": "4" })).status).toBe(302);
});
