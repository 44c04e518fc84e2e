// "I can" and "I cannot" on a session's page, the list of what is to be answered, and what others see of it.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { readDelivery } from "~/domain/bookings/bookings.server";
import { readSession } from "~/domain/sessions/sessions.server";
import { inShort, watch } from "../domain/support-check/ledger";
import { brokenReferences, siteOf, wordsOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

function askedSite() {
  const world = makeWorld();
  const site = siteOf(world);
  const sessionId = world.session();
  const trainer = world.trainer("Tess Trainer");
  world.assign(sessionId, trainer, { asked: true });
  const path = `/trainer/sessions/${sessionId}`;
  const press = (answer: string, as = trainer) => site(path, { as, form: { answer } });
  /** A page in words; what it refers to is there. */
  const read = async (address: string, as?: string) => {
    const page = await site(address, as === undefined ? {} : { as });
    expect(brokenReferences(page)).toEqual([]);
    return wordsOf(page);
  };
  return { world, site, sessionId, trainer, path, press, read };
}

test("someone who is asked finds it on their page of teaching, and two buttons on the session's", async () => {
  const { site, trainer, path, read } = askedSite();
  const list = await read("/trainer", trainer);
  expect(list).toContain("Can you teach 1 session? Please answer.");
  expect((await site("/trainer", { as: trainer })).html).toContain(`href="${path}"`);
  const page = await read(path, trainer);
  expect(page).toContain("Can you teach this session?");
  expect(page).toContain("I can teach it");
  expect(page).toContain("I cannot");
});

test("until they have answered they see how many come, and neither names nor needs", async () => {
  const { world, site, sessionId, trainer, path, press } = askedSite();
  const learner = world.person({ name: "Lee Learner" });
  world.db
    .update(world.tables.people)
    .set({ accessNeeds: "A hearing loop" })
    .where(eq(world.tables.people.id, learner))
    .run();
  world.book(sessionId, learner);
  const asked = await site(path, { as: trainer });
  expect(wordsOf(asked)).toContain("1 person has a place so far.");
  expect(asked.html).not.toMatch(/Lee Learner|hearing loop/);
  // Not left to the page: what it is given has nobody in it.
  expect(readDelivery(world.as(trainer), sessionId)).toMatchObject({
    delivers: false,
    coming: 1,
    people: [],
  });
  await press("can");
  expect((await site(path, { as: trainer })).html).toMatch(/Lee Learner[\s\S]*hearing loop/);
});

test("the register, and writing to the session, are for those who said that they can, or once it has begun", async () => {
  const { world, site, sessionId, trainer, path, press } = askedSite();
  const [meeting] = readSession(world, sessionId).meetings;
  const opened = async () =>
    Promise.all(
      [`/trainer/registers/${meeting?.id}`, `/manage/sessions/${sessionId}/write`].map(
        async (address) => (await site(address, { as: trainer })).status,
      ),
    );
  const offered = async () =>
    (await site(path, { as: trainer })).html.includes(`href="/trainer/registers/${meeting?.id}"`);
  expect(await opened()).toEqual([404, 404]);
  expect(await offered()).toBe(false);
  const before = world.clock.now();
  world.clock.set(meeting?.startsAt ?? 0);
  expect(await opened()).toEqual([200, 200]);
  world.clock.set(before);
  await press("can");
  expect(await opened()).toEqual([200, 200]);
  expect(await offered()).toBe(true);
});

test("I can: they are told, and the page offers the way out instead", async () => {
  const { world, trainer, path, press, read, sessionId } = askedSite();
  const since = watch(world);
  const answer = await press("can");
  expect(answer.status).toBe(302);
  expect(answer.to).toBe(`${path}?done=can`);
  expect(inShort(since())).toEqual({
    audit: ["sessions.trainer confirmed"],
    messages: ["trainer confirmed"],
  });
  const page = await read(`${path}?done=can`, trainer);
  expect(page).toContain("Thank you. You teach this session");
  expect(page).not.toContain("I can teach it");
  expect(page).toContain("I cannot teach this session after all");
  expect(readSession(world, sessionId).trainers).toMatchObject([{ confirmedAt: world.clock.now() }]);
  expect(await read("/trainer", trainer)).not.toContain("Please answer");
});

test("I cannot: they are off it, its page is theirs no more, and pressing again does no harm", async () => {
  const { world, site, trainer, path, press, read, sessionId } = askedSite();
  const answer = await press("cannot");
  expect(answer.to).toBe("/trainer?done=cannot");
  expect(readSession(world, sessionId).trainers).toEqual([]);
  expect((await site(path, { as: trainer })).status).toBe(404);
  expect(await read("/trainer?done=cannot", trainer)).toContain("the coordinators know");
  const since = watch(world);
  expect((await press("cannot")).to).toBe("/trainer?done=cannot");
  expect((await press("can")).to).toBe("/trainer?done=not-asked");
  expect(inShort(since())).toEqual({ audit: [], messages: [] });
});

test("a form that says neither is shown again with what to put right; another trainer changes nothing", async () => {
  const { world, press, sessionId } = askedSite();
  const wrong = await press("perhaps");
  expect(wrong.status).toBe(400);
  expect(wordsOf(wrong)).toContain("Say whether you can teach this session");
  await press("can", world.trainer("Tom"));
  await press("cannot", world.trainer("Tia"));
  expect(readSession(world, sessionId).trainers).toMatchObject([{ confirmedAt: null }]);
});

test("coordinators see who has not answered; the public page names only the parts of those who can", async () => {
  const { world, sessionId, trainer, press, read } = askedSite();
  const as = world.coordinator;
  const managed = async () => read(`/manage/sessions/${sessionId}`, as);
  expect(await managed()).toContain("Has not answered");
  expect(await read("/manage", as)).toContain("1 trainer has not answered");
  const shown = async () => read(`/sessions/${sessionId}`);
  expect(await shown()).toContain("To be confirmed");
  await press("can", trainer);
  expect(await managed()).toContain("Can teach");
  expect(await shown()).toContain("Lead trainer, Police");
});

test("a coordinator may say that somebody has agreed: they are confirmed, not asked", async () => {
  const { world, site, sessionId } = askedSite();
  const other = world.trainer("Tom");
  const since = watch(world);
  const path = `/manage/sessions/${sessionId}`;
  const form = { intent: "assign", personId: other, part: "co-trainer" };
  const answer = await site(path, { as: world.coordinator, form: { ...form, agreed: "yes" } });
  expect(answer.to).toBe(`${path}?done=assigned`);
  expect(inShort(since()).messages).toEqual(["trainer confirmed"]);
});

test("the next news of the offer is shown to coordinators, also where nothing is new", async () => {
  const { world, read } = askedSite();
  const as = world.coordinator;
  const page = await read("/manage/messages/news", as);
  expect(page).toContain("The issue of December 2026 leaves on Tuesday 1 December 2026 at 9am");
  expect(page).toContain("nobody gets a letter");
  expect(page).toContain("Neglect");
  world.db.update(world.tables.sessions).set({ status: "draft" }).run();
  const empty = await read("/manage/messages/news", as);
  expect(empty).toContain("Nothing is new");
});
