// The code on the wall for the questions: whoever is booked finds their own form by what is theirs; nobody learns from a
// wrong try who is booked, who has answered, or what somebody typed.
import { expect, test } from "vitest";
import { checkInToken } from "~/domain/bookings/bookings.server";
import { hours, minutes } from "~/shared/clock";
import { limitTable } from "~/web/limits.server";
import { contentOf } from "../domain/support-check/ledger";
import { errorSummaryOf, jarOf, type Page, wordsOf } from "../domain/support-check/site";
import { testSettings, webOf } from "../support/web";
import { evaluationWorld } from "./evaluation-world";

function roomWorld() {
  const world = evaluationWorld({ learners: 2 });
  const { clock, meeting, visit, people, bookings, db, tables } = world;
  const code = () =>
    `/check-in/${checkInToken(testSettings.secret, { meetingId: meeting.id, at: clock.now() })}?for=questions`;
  const scan = async () => jarOf(await visit(code()));
  const type = async (who: string, cookie?: string) =>
    visit("/check-in/questions", { cookie: cookie ?? (await scan()), form: { who } });
  const row = (index: number) =>
    db
      .select()
      .from(tables.bookings)
      .all()
      .find(({ id }) => id === bookings[index]);
  clock.set(meeting.startsAt - minutes(10));
  return {
    ...world,
    scan,
    code,
    type,
    email: `${people[0]}@police.example.org`,
    reference: row(0)?.reference ?? "",
  };
}
const refused = (page: Page) => [page.status, errorSummaryOf(page)[0]?.message.slice(0, 31)];
const no = [400, "We cannot open a form with this"];

test("scanned in time it asks who you are; the work address or the reference lead to the form on arrival at once", async () => {
  const { code, visit, type, email, reference, path, scan } = roomWorld();
  const scanned = await visit(code());
  expect(scanned).toMatchObject({ status: 302, to: "/check-in/questions" });
  const page = await visit("/check-in/questions", { cookie: jarOf(scanned) });
  expect(wordsOf(page)).toContain("Your work email address or booking reference");
  for (const typed of [
    email,
    ` ${email.toUpperCase()} `,
    reference,
    reference.toLowerCase().replace("-", " "),
  ])
    expect([typed, await type(typed, await scan())]).toMatchObject([typed, { status: 302, to: path("T1") }]);
});

test("it opens no form of another session, though that one is open at the same time", async () => {
  const { type, world, visit, path } = roomWorld();
  const elsewhere = world.person();
  const bookingId = world.book(world.session(), elsewhere);
  expect(wordsOf(await visit(path("T1", bookingId)))).toContain("Send answers");
  expect(refused(await type(`${elsewhere}@police.example.org`))).toEqual(no);
});

test("at the end it leads to the end's form, and where the course asks nothing on arrival to that of booking", async () => {
  const { type, email, path, takeRegister, clock, db, tables } = roomWorld();
  db.update(tables.courseEvaluations).set({ onArrival: false }).run();
  expect(await type(email)).toMatchObject({ to: path("T0") });
  takeRegister();
  expect(await type(email)).toMatchObject({ to: path("T2") });
  // Late answers go by the letter alone.
  clock.forward(hours(48));
  expect(refused(await type(email))).toEqual(no);
});

test("every wrong try has the same answer: nobody, not booked, not there, answered, and writes nothing", async () => {
  const { type, email, reference, world, send, takeRegister, bookings, db, people } = roomWorld();
  const other = world.person();
  takeRegister([bookings[1] ?? ""]);
  await send("T2", { "answer-act": "5" });
  const before = contentOf(db);
  for (const typed of [
    "nobody@police.example.org",
    `${other}@police.example.org`,
    `${people[1]}@police.example.org`,
    email,
    reference,
    "ABCD-2345",
    "%",
    "' or 1=1",
  ])
    expect([typed, ...refused(await type(typed))]).toEqual([typed, ...no]);
  expect(contentOf(db)).toBe(before);
});

test("a colleague who knows the address does not see what was typed: a form that was begun opens by reference alone", async () => {
  const { type, email, reference, path, visit } = roomWorld();
  await visit(`${path("T1")}/draft`, { form: { "answer-act": "5" } });
  expect(refused(await type(email))).toEqual(no);
  expect(await type(reference)).toMatchObject({ status: 302, to: path("T1") });
});

test("whoever is signed in is led to their form without typing, also after checking in", async () => {
  const { scan, visit, people, path, world } = roomWorld();
  const signedIn = await webOf(world).cookieOf(people[0] ?? "");
  const cookie = `${signedIn}; ${await scan()}`;
  expect(await visit("/check-in/questions", { cookie })).toMatchObject({ status: 302, to: path("T1") });
  await visit("/check-in", { cookie, form: {} });
  const here = await visit("/check-in", { cookie });
  expect(wordsOf(here)).toContain("Answer a few questions before we begin");
  expect(here.html).toContain(`href="${path("T1")}"`);
});

test("without a code scanned in time nothing is asked and nothing opens", async () => {
  const { type, email, visit, scan, clock } = roomWorld();
  expect(wordsOf(await visit("/check-in/questions"))).toContain("Scan the code in the room");
  expect(await type(email, "")).toMatchObject({ status: 302, to: "/check-in/questions" });
  const cookie = await scan();
  clock.forward(minutes(15));
  expect(await type(email, cookie)).toMatchObject({ status: 302, to: "/check-in/questions" });
  expect((await type("", await scan())).status).toBe(400);
});

test("wrong tries are counted for the whole room, right ones are not", async () => {
  const { type, email, scan } = roomWorld();
  const cookie = await scan();
  for (let count = 0; count < limitTable.formsAskedForInRoom.most; count++) {
    expect((await type(email, cookie)).status).toBe(302);
    if (count > 0) expect(refused(await type(`nobody${count}@police.example.org`, cookie))).toEqual(no);
  }
  await type("nobody@police.example.org", cookie);
  expect((await type(email, cookie)).status).toBe(429);
});

test("the trainer shows the code on arrival and at the end, and is told when there is none", async () => {
  const { visit, trainer, meeting, clock, takeRegister, world } = roomWorld();
  const page = `/trainer/registers/${meeting.id}/questions`;
  const arriving = await visit(page, { as: trainer });
  expect(wordsOf(arriving)).toContain("Scan to answer before we begin");
  expect(arriving.html).toMatch(/<meta http-equiv="refresh" content="\d+"\/>/i);
  clock.set(meeting.startsAt + minutes(60));
  const between = await visit(page, { as: trainer });
  expect(wordsOf(between)).toContain("There is no code now");
  expect(between.html).not.toContain("http-equiv");
  takeRegister();
  expect(wordsOf(await visit(page, { as: trainer }))).toContain("Scan to say what changed");
  clock.forward(minutes(48 * 60));
  expect(wordsOf(await visit(page, { as: trainer }))).toContain(
    "The time for the questions at the end is over.",
  );
  expect((await visit(page, { as: world.trainer("Another") })).status).toBe(404);
  expect((await visit(page, { as: world.person() })).status).toBe(403);
});
