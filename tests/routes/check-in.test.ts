// The code on the wall: scanned in time it lets somebody sign in and check in; sent on to somebody else it does not.
import { expect, test } from "vitest";
import { checkInToken, readRegister } from "~/domain/bookings/bookings.server";
import { meetingsOf } from "~/domain/sessions/sessions.server";
import { hours, minutes } from "~/shared/clock";
import { contentOf } from "../domain/support-check/ledger";
import { jarOf, siteOf, wordsOf } from "../domain/support-check/site";
import { testSettings, webOf } from "../support/web";
import { makeWorld } from "../support/world";

function checkInWorld() {
  const world = makeWorld();
  const sessionId = world.session();
  const ann = world.person({ name: "Ann" });
  world.book(sessionId, ann);
  const [meeting] = meetingsOf(world, sessionId);
  if (!meeting) throw new Error("A session has a meeting.");
  world.clock.set(meeting.startsAt);
  const site = siteOf(world);
  const web = webOf(world);
  /** As it is on the wall now. */
  const code = (meetingId = meeting.id) =>
    `/check-in/${checkInToken(testSettings.secret, { meetingId, at: world.clock.now() })}`;
  const cookieOf = async (personId: string, more = "") =>
    [await web.cookieOf(personId), more].filter(Boolean).join("; ");
  const mark = () => readRegister(world.asSystem, meeting.id).people[0]?.mark ?? null;
  return { ...world, world, ann, meeting, site, code, cookieOf, mark, sessionId };
}
const runOut = "This code has run out";
const button = "I am here";

test("somebody who is signed in scans, presses one button, and is marked", async () => {
  const { ann, site, code, cookieOf, mark } = checkInWorld();
  const scanned = await site(code(), { as: ann });
  expect(scanned).toMatchObject({ status: 302, to: "/check-in" });
  expect(scanned.cookie).toMatch(/^checking-in=.*HttpOnly.*SameSite=Lax/);
  const cookie = await cookieOf(ann, jarOf(scanned));
  const page = await site("/check-in", { cookie });
  expect(wordsOf(page)).toContain(button);
  expect(mark()).toBeNull();
  expect(await site("/check-in", { cookie, form: {} })).toMatchObject({ status: 302, to: "/check-in" });
  expect(mark()).toBe("present");
  const done = wordsOf(await site("/check-in", { cookie }));
  expect(done).toContain("You are checked in");
  expect(done).not.toContain(button);
});

test("somebody who must sign in first comes back in time, for a quarter of an hour and no longer", async () => {
  const { ann, site, code, cookieOf, mark, clock } = checkInWorld();
  const scanned = await site(code());
  const jar = jarOf(scanned);
  expect(await site("/check-in", { cookie: jar })).toMatchObject({
    status: 302,
    to: "/sign-in?to=%2Fcheck-in",
  });
  clock.forward(minutes(15) - 1);
  const cookie = await cookieOf(ann, jar);
  expect(wordsOf(await site("/check-in", { cookie }))).toContain(button);
  clock.forward(1);
  expect(wordsOf(await site("/check-in", { cookie }))).toContain("Scan the code in the room");
  await site("/check-in", { cookie, form: {} });
  expect(mark()).toBeNull();
});

test("a code that was sent on is stale for others, and opening it again gives its first reader no more time", async () => {
  const { ann, site, code, cookieOf, mark, clock, world } = checkInWorld();
  const address = code();
  const jar = jarOf(await site(address));
  clock.forward(minutes(2));
  const forwarded = await site(address, { as: ann });
  expect([forwarded.status, forwarded.cookie]).toEqual([200, null]);
  expect(wordsOf(forwarded)).toContain(runOut);
  expect(wordsOf(await site("/check-in", { as: ann }))).toContain("Scan the code in the room");
  await site("/check-in", { as: ann, form: {} });
  expect(mark()).toBeNull();
  // The browser that opened it in time may open it again.
  const again = await site(address, { cookie: jar });
  expect(again).toMatchObject({ status: 302, to: "/check-in", setCookies: [] });
  // That another session's code was opened in time is no help.
  const [other] = meetingsOf(
    world,
    world.session({ meetings: [{ date: "2026-12-01", startTime: "09:00", endTime: "12:00" }] }),
  );
  const elsewhere = jarOf(await site(code(other?.id)));
  expect(wordsOf(await site(address, { cookie: await cookieOf(ann, elsewhere) }))).toContain(runOut);
});

test("a code or a cookie of somebody's own making opens nothing", async () => {
  const { ann, meeting, clock, site, code, cookieOf, mark } = checkInWorld();
  expect((await site(`${code()}x`, { as: ann })).status).toBe(404);
  expect((await site("/check-in/nonsense", { as: ann })).status).toBe(404);
  const [name = "", value = ""] = jarOf(await site(code())).split("=");
  const made = btoa(JSON.stringify({ meetingId: meeting.id, until: clock.now() + minutes(15) }));
  for (const forged of [`${value.slice(0, 6)}A${value.slice(7)}`, encodeURIComponent(made)]) {
    const cookie = await cookieOf(ann, `${name}=${forged}`);
    expect(wordsOf(await site("/check-in", { cookie }))).toContain("Scan the code in the room");
    await site("/check-in", { cookie, form: {} });
  }
  expect(mark()).toBeNull();
});

test("without a place, too early, or after the end the page says what to do, and nothing is kept", async () => {
  const { world, ann, meeting, site, code, cookieOf, clock } = checkInWorld();
  const says = async (personId: string) => {
    const cookie = await cookieOf(personId, jarOf(await site(code())));
    const before = contentOf(world.db);
    await site("/check-in", { cookie, form: {} });
    expect(contentOf(world.db)).toBe(before);
    return wordsOf(await site("/check-in", { cookie }));
  };
  expect(await says(world.person())).toContain("You have no place on this session");
  clock.set(meeting.startsAt - hours(3));
  expect(await says(ann)).toContain(
    "It is too early. You can check in from Tuesday 17 November 2026 at 8:30am",
  );
  clock.set(meeting.endsAt);
  const over = await says(ann);
  expect(over).toContain("This meeting is over");
  expect(over).not.toContain(button);
});
