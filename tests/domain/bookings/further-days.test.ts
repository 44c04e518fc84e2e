// Each day of a course comes into the calendar, and goes out of it, by a letter of its own.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { cancelBooking, changeSession } from "~/domain/bookings/bookings.server";
import { furtherDays } from "~/domain/bookings/letters/further-days";
import { meetingsOf, planOf, readSession } from "~/domain/sessions/sessions.server";
import { addDays } from "~/shared/civil-time";
import { makeWorld, type World } from "../../support/world";

const day = (date: string, startTime = "09:30") => ({ date, startTime, endTime: "16:30" });

const entries = ({ db, tables }: World) =>
  db
    .select()
    .from(tables.outbox)
    .where(eq(tables.outbox.kind, "calendar entry"))
    .all()
    .map(({ toPersonId, facts }) => {
      const { meeting, method, revision } = facts as {
        meeting: { id: string };
        method: string;
        revision: number;
      };
      return { toPersonId, meeting: meeting.id, method, revision };
    });

/** The letters have left: an entry that is taken out now was there. */
const leave = ({ db, tables }: World) => db.update(tables.outbox).set({ state: "sent" }).run();

function twoDays() {
  const world = makeWorld();
  const dates = [addDays(world.today, 14), addDays(world.today, 15)];
  const session = world.session({ capacity: 1, meetings: dates.map((date) => day(date)) });
  const person = world.person();
  const booking = world.book(session, person);
  const second = meetingsOf(world, session)[1]?.id;
  return { world, session, person, booking, second, dates };
}

test("the second day of a course comes by its own letter, to whoever has a place and to nobody who waits", () => {
  const { world, session, person, second } = twoDays();
  world.book(session, world.person());
  expect(entries(world)).toEqual([{ toPersonId: person, meeting: second, method: "REQUEST", revision: 0 }]);
});

test("a change tells of it again with a higher revision, and cancelling takes it out with a higher one still", () => {
  const { world, session, person, booking, second, dates } = twoDays();
  const coordinator = world.as(world.coordinator);
  const plan = {
    ...planOf(readSession(coordinator, session)),
    meetings: dates.map((date) => day(date, "10:00")),
  };
  leave(world);
  expect(changeSession(coordinator, { sessionId: session, plan })).toMatchObject({ ok: true });
  cancelBooking(world.as(person), { bookingId: booking });
  const found = entries(world).filter(({ toPersonId }) => toPersonId === person);
  expect(found.at(-1)).toEqual({ toPersonId: person, meeting: second, method: "CANCEL", revision: 2 });
  const revisions = found.map(({ revision }) => revision);
  expect(revisions).toEqual([...revisions].sort());
  expect(found.map(({ method }) => method)).toContain("REQUEST");
});

test("a day that nobody was invited to yet is not taken out of a calendar when the place is given up", () => {
  const { world, session, person, booking, second, dates } = twoDays();
  const coordinator = world.as(world.coordinator);
  leave(world);
  const meetings = [...dates, addDays(world.today, 16)].map((date) => day(date));
  const plan = { ...planOf(readSession(coordinator, session)), meetings };
  expect(changeSession(coordinator, { sessionId: session, plan })).toMatchObject({ ok: true });
  cancelBooking(world.as(person), { bookingId: booking });
  const { outbox } = world.tables;
  const waiting = world.db.select().from(outbox).where(eq(outbox.state, "waiting")).all();
  const about = ({ meeting, method }: Record<string, unknown>) => [(meeting as { id: string }).id, method];
  const days = waiting.filter(({ kind }) => kind === "calendar entry").map(({ facts }) => about(facts));
  expect(days).toEqual([
    [second, "REQUEST"],
    [second, "CANCEL"],
  ]);
});

test("one day needs no letter of its own", () => {
  const world = makeWorld();
  world.book(world.session(), world.person());
  expect(entries(world)).toEqual([]);
});

test("which letters are followed by entries, pure", () => {
  const { world, session } = twoDays();
  const meetings = meetingsOf(world, session).map((meeting) => ({ ...meeting, of: 2 }));
  const [, two] = meetings;
  const said = (...given: Parameters<typeof furtherDays>) =>
    furtherDays(...given).map(({ meeting, method }) => `${meeting.number} ${method}`);
  expect(said("booking confirmed", {}, meetings)).toEqual(["2 REQUEST"]);
  expect(said("session changed", { hasPlace: true, changed: ["title"] }, meetings)).toEqual(["2 REQUEST"]);
  expect(said("session changed", { hasPlace: true, changed: ["link"] }, meetings)).toEqual([]);
  expect(said("session changed", { hasPlace: false, changed: ["when"] }, meetings)).toEqual([]);
  expect(said("booking cancelled", { wasConfirmed: true }, meetings)).toEqual(["2 CANCEL"]);
  expect(said("booking cancelled", { wasConfirmed: false }, meetings)).toEqual([]);
  expect(said("booking moved", { wasConfirmed: true }, meetings)).toEqual(["2 CANCEL"]);
  expect(said("booking waiting", {}, meetings)).toEqual([]);
  const removed = two ? [two] : [];
  expect(
    said("session changed", { hasPlace: true, changed: ["when"] }, meetings.slice(0, 1), removed),
  ).toEqual(["2 CANCEL"]);
});
