// Four hundred people post the booking form at once for thirty places: the real server, real forms, real cookies.
import { openDatabase } from "db/client";
import { bookings, people } from "db/schema";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startAuthSession } from "~/domain/accounts/accounts.server";
import { readCourse } from "~/domain/catalogue/catalogue.server";
import { type Context, system } from "~/domain/context";
import { scheduleSession } from "~/domain/sessions/sessions.server";
import { addDays, civilDateAt, instantOf } from "~/shared/civil-time";
import { systemClock } from "~/shared/clock";
import { systemIds } from "~/shared/ids";

const places = 30;
const racers = 400;
const longest = 120_000;

let ctx: Context;
beforeAll(() => {
  const db = openDatabase(inject("databasePath"));
  ctx = { db, clock: systemClock, ids: systemIds, actor: system, screen: "a race" };
});
afterAll(() => {
  ctx.db.$client.close();
});

/** A published session online, months ahead of everything else. */
function scheduleRace(): string {
  const date = addDays(civilDateAt(systemClock.now()), 300);
  const planned = scheduleSession(ctx, {
    courseId: readCourse(ctx, "missing-from-home").id,
    mode: "online",
    venueId: null,
    joiningLink: "https://meet.example.org/race",
    capacity: places,
    meetings: [{ date, startTime: "09:30", endTime: "12:30" }],
    bookingClosesAt: instantOf(date, "09:30"),
    status: "published",
  });
  if (!planned.ok) throw new Error(`Not scheduled: ${planned.reason}`);
  return planned.value.sessionId;
}

/** People who have signed in. @returns the cookie of each */
function signedIn(count: number): string[] {
  const colleague = ctx.db.select().from(people).where(eq(people.email, "practitioner@example.org")).get();
  if (!colleague) throw new Error("The demonstration has a practitioner.");
  const now = systemClock.now();
  return ctx.db.$client.transaction(() =>
    Array.from({ length: count }, (_, number) => {
      const id = systemIds.id();
      const [name, email] = [`Racer ${number}`, `racer-${number}@race.example.org`];
      const { agencyId, roleGroupId } = colleague;
      ctx.db
        .insert(people)
        .values({
          id,
          name,
          email,
          agencyId,
          roleGroupId,
          passwordHash: "nobody signs in with this",
          createdAt: now,
        })
        .run();
      const secret = startAuthSession(ctx, { personId: id, method: "password", device: null });
      return `signed-in=${cookieValue(secret)}`;
    }),
  )();
}

/** As the server writes a cookie that is not signed. */
const cookieValue = (secret: string) => encodeURIComponent(btoa(JSON.stringify(secret)));

type Answer = { status: number; to: string | null; page: string };

/** Posts the last page of the booking form. */
async function post(sessionId: string, cookie: string, ifFull: "wait" | "refuse"): Promise<Answer> {
  const origin = inject("baseUrl");
  const answer = await fetch(`${origin}/sessions/${sessionId}/book`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, origin },
    body: new URLSearchParams({ accessNeeds: "", dietaryNeeds: "", "if-full": ifFull, step: "confirm" }),
    signal: AbortSignal.timeout(longest),
  });
  return { status: answer.status, to: answer.headers.get("location"), page: await answer.text() };
}

test("exactly thirty of 400 people have a place, each has a definite answer, and none meets a fault", {
  timeout: longest + 60_000,
}, async () => {
  const sessionId = scheduleRace();
  const cookies = signedIn(racers);
  const answers = await Promise.all(
    // Every other person would wait for a place; the others would rather look elsewhere.
    cookies.map((cookie, index) => post(sessionId, cookie, index % 2 === 0 ? "wait" : "refuse")),
  );
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  const booked = answers.filter(({ status, to }) => status === 302 && to?.startsWith("/bookings/"));
  const full = answers.filter(({ status }) => status === 409);
  expect(booked.length + full.length).toBe(racers);
  for (const { page } of full) expect(page).toContain("The last place has just gone");

  const rows = ctx.db.select().from(bookings).where(eq(bookings.sessionId, sessionId)).all();
  const inState = (state: string) => rows.filter((row) => row.state === state);
  expect(inState("confirmed")).toHaveLength(places);
  expect(rows).toHaveLength(booked.length);
  expect(inState("waiting")).toHaveLength(booked.length - places);
  expect(new Set(rows.map(({ personId }) => personId)).size).toBe(rows.length);
  // Whoever was sent to a booking has that very booking, and nobody else's.
  expect(booked.map(({ to }) => to?.split("/")[2]?.split("?")[0]).sort()).toEqual(
    rows.map(({ id }) => id).sort(),
  );
  // Nobody who would wait was turned away.
  const waiters = answers.filter((_, index) => index % 2 === 0);
  expect(waiters.filter(({ status }) => status !== 302)).toEqual([]);
});
