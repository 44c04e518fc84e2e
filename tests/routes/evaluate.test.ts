// Answering an evaluation by its link: open to whoever holds it, once, in its time, and blank stays blank.
import { expect, test } from "vitest";
import { finishRegister, markAttendance } from "~/domain/bookings/bookings.server";
import { evaluationToken } from "~/domain/evaluations/evaluations.server";
import { meetingsOf } from "~/domain/sessions/sessions.server";
import { days, hours, minutes } from "~/shared/clock";
import { contentOf } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { testSettings } from "../support/web";
import { makeWorld } from "../support/world";

function evaluateWorld() {
  const world = makeWorld();
  const sessionId = world.session();
  const ann = world.person({ name: "Ann Learner" });
  const bookingId = world.book(sessionId, ann);
  const [meeting] = meetingsOf(world, sessionId);
  const visit = siteOf(world);
  const path = (stage: "T0" | "T2") =>
    `/evaluate/${evaluationToken(testSettings.secret, { bookingId, stage })}`;
  const see = (stage: "T0" | "T2" = "T0") => visit(path(stage));
  const send = (form: Record<string, string>, stage: "T0" | "T2" = "T0") => visit(path(stage), { form });
  const takeRegister = (mark: "present" | "absent") => {
    world.clock.set(meeting?.endsAt ?? 0);
    markAttendance(world.asSystem, { meetingId: meeting?.id ?? "", marks: new Map([[bookingId, mark]]) });
    finishRegister(world.asSystem, meeting?.id ?? "");
  };
  const kept = () => world.db.select().from(world.tables.answers).all();
  return {
    ...world,
    world,
    visit,
    path,
    see,
    send,
    takeRegister,
    kept,
    bookingId,
    startsAt: meeting?.startsAt ?? 0,
  };
}

test("whoever holds the link may answer without signing in; the page asks and says that blank is fine", async () => {
  const { see } = evaluateWorld();
  const page = await see();
  expect(page.status).toBe(200);
  expect(titleOf(page)).toBe("Questions: Neglect – Joint training");
  expect(wordsOf(page)).toContain("You can leave any question blank.");
  expect(wordsOf(page)).toContain("How confident are you that you can recognise?");
  expect(brokenReferences(page)).toEqual([]);
});

test("looking at it any number of times answers nothing", async () => {
  const { see, db } = evaluateWorld();
  const before = contentOf(db);
  for (let look = 0; look < 3; look++) await see();
  expect(contentOf(db)).toBe(before);
});

test("answers are kept, blanks are not, and the page then thanks; sent again it is still one response", async () => {
  const { send, see, kept, world, path } = evaluateWorld();
  const sent = await send({ "answer-recognise": "0", "answer-act": "" });
  expect([sent.status, sent.to]).toEqual([302, path("T0")]);
  expect(kept()).toMatchObject([{ itemId: "item-recognise", value: 0 }]);
  expect(wordsOf(await see())).toContain("Thank you for your answers");
  const before = contentOf(world.db);
  expect((await send({ "answer-recognise": "9", "answer-act": "9" })).to).toBe(path("T0"));
  expect(contentOf(world.db)).toBe(before);
  expect(world.count("responses")).toBe(1);
});

test("off the scale is refused with 400 beside the question, the other answers kept on the page and none in the database", async () => {
  const { send, db } = evaluateWorld();
  const before = contentOf(db);
  for (const typed of ["11", "-1", "5.5", "many", "0x5"]) {
    const page = await send({ "answer-recognise": typed, "answer-act": "7" });
    expect(page.status).toBe(400);
    expect(titleOf(page)).toBe("Error: Questions: Neglect – Joint training");
    expect(errorSummaryOf(page)).toEqual([
      { message: "Select a number from 0 to 10, or leave it blank", to: "#field-answer-recognise" },
    ]);
    expect(brokenReferences(page)).toEqual([]);
    expect(page.html).toMatch(
      /id="field-answer-act-7"[^>]*checked=""|checked=""[^>]*id="field-answer-act-7"/,
    );
  }
  expect(contentOf(db)).toBe(before);
});

test("a link that was altered, forged or made up is not found, to look at or to send to", async () => {
  const { visit, path, bookingId, db } = evaluateWorld();
  const [, , token = ""] = path("T0").split("/");
  const before = contentOf(db);
  const forged = [
    token.replace("~T0~", "~T2~"),
    `${token}x`,
    `${token}~x`,
    token.slice(0, -1),
    token.replace(bookingId, "t-000001"),
    `${bookingId}~T0~`,
    evaluationToken("another secret, long enough to be one", { bookingId, stage: "T0" }),
    bookingId,
    "%00",
    "~~",
  ];
  for (const altered of forged) {
    expect((await visit(`/evaluate/${altered}`)).status, altered).toBe(404);
    expect((await visit(`/evaluate/${altered}`, { form: { "answer-act": "5" } })).status).toBe(404);
  }
  const gone = evaluationToken(testSettings.secret, { bookingId: "no such booking", stage: "T0" });
  expect((await visit(`/evaluate/${encodeURIComponent(gone)}`)).status).toBe(404);
  expect(contentOf(db)).toBe(before);
});

test("each time has its words: not open yet, open, closed, and nothing to answer for those who did not come", async () => {
  const { see, send, takeRegister, clock, startsAt, kept } = evaluateWorld();
  expect(wordsOf(await see("T2"))).toContain("Not open yet");
  await send({ "answer-act": "5" }, "T2");
  clock.set(startsAt + minutes(30));
  expect(wordsOf(await see("T0"))).toContain("These questions have closed");
  await send({ "answer-act": "5" }, "T0");
  expect(kept()).toEqual([]);
  takeRegister("present");
  expect(wordsOf(await see("T2"))).toContain("How confident");
  expect(wordsOf(await see("T2"))).not.toContain("The 48 hours after the training are over");
  clock.forward(hours(48));
  const late = wordsOf(await see("T2"));
  expect(late).toContain("The 48 hours after the training are over, so these answers are not compared");
  expect(late).toContain("You can answer until the end of Monday 28 December 2026.");
  clock.forward(days(42));
  expect(wordsOf(await see("T2"))).toContain("These questions have closed");
  const away = evaluateWorld();
  away.takeRegister("absent");
  expect(wordsOf(await away.see("T2"))).toContain("There is nothing to answer");
});

test("before and after answered by their links are kept under the one booking", async () => {
  const { send, takeRegister, kept, bookingId, world } = evaluateWorld();
  await send({ "answer-recognise": "3", "answer-act": "4" }, "T0");
  takeRegister("present");
  await send({ "answer-recognise": "7", "answer-act": "8" }, "T2");
  expect(kept().map((answer) => [answer.stage, answer.value])).toEqual([
    ["T0", 3],
    ["T0", 4],
    ["T2", 7],
    ["T2", 8],
  ]);
  const respondents = world.db.select().from(world.tables.respondents).all();
  expect(respondents.map((one) => one.bookingId)).toEqual([bookingId]);
  expect(new Set(kept().map((answer) => answer.respondentId))).toEqual(new Set([respondents[0]?.id]));
});

test("a link that does not work says what to do about it, and is not found", async () => {
  const { visit, path } = evaluateWorld();
  const cut = await visit(path("T0").slice(0, -3));
  expect(cut.status).toBe(404);
  expect(titleOf(cut)).toBe("This link does not work – Joint training");
  expect(wordsOf(cut)).toContain("Open it again from your email");
});

test("the page and its data say nothing of whose booking it is", async () => {
  const { visit, path, bookingId, db, tables } = evaluateWorld();
  const [ann] = db
    .select()
    .from(tables.people)
    .all()
    .filter((person) => person.name === "Ann Learner");
  const { html } = await visit(`${path("T0")}.data`);
  const page = await visit(path("T0"));
  for (const private_ of ["Ann Learner", ann?.id ?? "", ann?.email ?? ""]) {
    expect(html).not.toContain(private_);
    expect(page.html).not.toContain(private_);
  }
  expect(html).not.toContain(`"${bookingId}"`);
});
