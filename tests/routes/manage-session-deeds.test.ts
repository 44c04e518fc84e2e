// What can be done with a session: change, postpone, duplicate, repeat, cancel; each shows first what it comes to.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { addDays, instantOf } from "~/shared/civil-time";
import { typedDate } from "~/web/plan-words";
import { contentOf, inShort, watch } from "../domain/support-check/ledger";
import { errorSummaryOf, titleOf, wordsOf } from "../domain/support-check/site";
import { deedsWorld, formOf } from "./deeds-world";

const link = "https://meet.example.org/x";

test("the form of a change is filled in; sent as it is, it changes nothing", async () => {
  const world = deedsWorld({
    mode: "hybrid",
    joiningLink: link,
    onlineCapacity: 4,
    minimum: 2,
    decideBy: instantOf("2026-11-10", "17:00"),
    opensAt: instantOf("2026-11-04", "09:00"),
    bookingClosesAt: instantOf("2026-11-13", "12:15"),
  });
  const page = await world.see("edit");
  expect(titleOf(page)).toBe("Change a session – Joint training");
  const form = formOf(page);
  expect(form).toMatchObject({
    mode: "hybrid",
    venueId: "venue",
    joiningLink: link,
    capacity: "2",
    onlineCapacity: "4",
    "date-1": "17/11/2026",
    "start-1": "09:30",
    closesDate: "13/11/2026",
    closesTime: "12:15",
    opensDate: "04/11/2026",
    minimum: "2",
    decideDate: "10/11/2026",
  });
  const before = contentOf(world.db);
  expect((await world.see("edit", form)).to).toBe(world.at(""));
  expect(contentOf(world.db)).toBe(before);
});

test("a change that people must hear of is shown first, then saved and told", async () => {
  const world = deedsWorld();
  world.book(world.sessionId, world.person());
  const form = { ...formOf(await world.see("edit")), "date-1": "25/12/2026" };
  const before = contentOf(world.db);
  const review = await world.see("edit", form);
  expect(review.status).toBe(200);
  expect(wordsOf(review)).toContain(
    "Meetings Tuesday 17 November 2026, 9:30am to 4:30pm Friday 25 December 2026, 9:30am to 4:30pm",
  );
  expect(wordsOf(review)).toContain("Friday 25 December 2026 is a weekend or a bank holiday.");
  expect(wordsOf(review)).toContain(
    "We email 1 person who booked, each about their own place, with a calendar update",
  );
  expect(contentOf(world.db)).toBe(before);

  const again = await world.see("edit", { ...formOf(review), intent: "again" });
  expect(formOf(again)["date-1"]).toBe("25/12/2026");
  const since = watch(world);
  const saved = await world.see("edit", { ...formOf(review), intent: "save" });
  expect(saved.to).toBe(`${world.at("")}?done=changed-told`);
  expect(inShort(since())).toEqual({ audit: ["sessions.changed"], messages: ["session changed"] });
  expect(world.session().meetings[0]?.date).toBe("2026-12-25");
  expect(wordsOf(await world.see("", undefined))).toContain("Friday 25 December 2026");
});

test("a change that nobody need hear of is saved at once", async () => {
  const world = deedsWorld();
  const form = { ...formOf(await world.see("edit")), capacity: "9" };
  expect((await world.see("edit", form)).to).toBe(`${world.at("")}?done=changed`);
  expect(world.session().capacity).toBe(9);
});

test("a capacity under what is taken is refused with the number, and what was typed stays", async () => {
  const world = deedsWorld();
  for (let n = 0; n < 2; n++) world.book(world.sessionId, world.person());
  const refused = await world.see("edit", { ...formOf(await world.see("edit")), capacity: "1" });
  expect(refused.status).toBe(400);
  expect(errorSummaryOf(refused)).toEqual([
    { message: "Enter at least 2: 2 places are taken", to: "#field-capacity" },
  ]);
  expect(formOf(refused).capacity).toBe("1");
});

test("a session is postponed to new dates; times stay unless they are changed too", async () => {
  const world = deedsWorld();
  world.book(world.sessionId, world.person());
  const page = await world.see("postpone");
  expect(formOf(page)).toMatchObject({ "date-1": "", "start-1": "09:30", "end-1": "16:30" });
  expect((await world.see("postpone", formOf(page))).status).toBe(400);
  const same = await world.see("postpone", { ...formOf(page), "date-1": "17/11/2026" });
  expect(errorSummaryOf(same)[0]?.message).toBe("Enter another date than before");
  const review = await world.see("postpone", { ...formOf(page), "date-1": "01/12/2026" });
  expect(wordsOf(review)).toContain("Save and tell 1 person");
  const saved = await world.see("postpone", { ...formOf(review), intent: "save" });
  expect(saved.to).toBe(`${world.at("")}?done=postponed`);
  expect(world.session()).toMatchObject({
    startsAt: instantOf("2026-12-01", "09:30"),
    bookingClosesAt: instantOf("2026-12-01", "09:30"),
  });
});

test("a duplicate takes the plan and asks for its dates", async () => {
  const world = deedsWorld({ capacity: 7 });
  const page = await world.see("duplicate");
  const form = formOf(page);
  expect(form).toMatchObject({ courseId: "course", capacity: "7", "date-1": "", "start-1": "09:30" });
  expect((await world.see("duplicate", { ...form, status: "draft" })).status).toBe(400);
  const made = await world.see("duplicate", { ...form, "date-1": "01/12/2026", status: "draft" });
  expect(made.to).toMatch(/^\/manage\/sessions\/.+\?done=scheduled$/);
  const { sessions } = world.tables;
  const drafts = world.db.select().from(sessions).where(eq(sessions.status, "draft")).all();
  expect(drafts).toMatchObject([{ capacity: 7, startsAt: instantOf("2026-12-01", "09:30") }]);
});

test("a series shows its days, then schedules all of them", async () => {
  const world = deedsWorld();
  await world.see("series");
  const wrong = await world.see("series?repeat=weekly&times=0");
  expect(wrong.status).toBe(400);
  expect(errorSummaryOf(wrong)[0]?.message).toBe("Enter how many more times, from 1 to 60");
  const pasted = `series?repeat=dates&dates=${encodeURIComponent("24/11/2026\n25.12.2026")}`;
  const preview = await world.see(pasted);
  expect(wordsOf(preview)).toContain("2 sessions would be added");
  expect(wordsOf(preview)).toContain("Day off A weekend or a bank holiday");
  expect(world.db.select().from(world.tables.sessions).all()).toHaveLength(1);
  const form = { day: ["2026-11-24", "2026-12-25"], status: "published" };
  for (const _twice of [1, 2])
    expect((await world.see("series", form)).to).toBe(`${world.at("")}?done=series`);
  expect(world.db.select().from(world.tables.sessions).all()).toHaveLength(3);
  const past = await world.see("series", { day: ["2026-11-01"], status: "draft" });
  expect(errorSummaryOf(past)[0]?.message).toBe(
    "Nothing was scheduled. Sunday 1 November 2026: It would start in the past",
  );
  const bad = await world.see(`series?repeat=dates&dates=${encodeURIComponent("31/11/2026")}`);
  expect(errorSummaryOf(bad)[0]?.message).toBe("Enter dates such as 24/11/2026. This is not one: 31/11/2026");
});

test("cancelling says whom it reaches, asks why, and is done once", async () => {
  const world = deedsWorld({ capacity: 1 });
  for (let n = 0; n < 2; n++) world.book(world.sessionId, world.person());
  const page = await world.see("cancel");
  expect(wordsOf(page)).toContain("Have a place 1 person");
  expect(wordsOf(page)).toContain("Cancel the session and tell 2 people");
  const unsaid = await world.see("cancel", {});
  expect(errorSummaryOf(unsaid)).toEqual([{ message: "Select why", to: "#field-reason" }]);
  const since = watch(world);
  for (const _twice of [1, 2])
    expect((await world.see("cancel", { reason: "no venue" })).to).toBe(`${world.at("")}?done=cancelled`);
  expect(inShort(since()).messages).toEqual(["booking cancelled", "booking cancelled"]);
  expect(world.session().status).toBe("cancelled");
  expect(wordsOf(await world.see("cancel"))).toContain("cannot be cancelled");
  expect(wordsOf(await world.see(""))).toContain("Cancelled.");
});

test("a session that is not there is not found, and a person who is no coordinator may do none of it", async () => {
  const world = deedsWorld();
  const before = contentOf(world.db);
  const day = typedDate(addDays(world.today, 30));
  const plan = {
    mode: "online",
    capacity: "9",
    "date-1": day,
    "start-1": "9am",
    "end-1": "10am",
    intent: "save",
  };
  for (const deed of ["", "edit", "postpone", "duplicate", "series", "cancel"]) {
    const missing = `/manage/sessions/none${deed && `/${deed}`}`;
    if (deed !== "") expect((await world.visit(missing, { as: world.coordinator })).status).toBe(404);
    for (const as of [world.person(), world.trainer()]) {
      const form = { ...plan, reason: "no venue", day, status: "published", courseId: "course" };
      expect((await world.visit(world.at(deed), { as })).status).toBe(403);
      expect((await world.visit(world.at(deed), { as, form })).status).toBe(403);
    }
  }
  expect(world.session()).toMatchObject({ status: "published", capacity: 2, revision: 0 });
  expect(before).not.toBe("");
});
