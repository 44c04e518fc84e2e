// A world in which somebody has been to a session, and ways to change what its register and their answers say.
import { eq } from "drizzle-orm";
import { makeWorld, type World } from "tests/support/world";
import type { AttendanceMark } from "~/domain/bookings/bookings";
import { finishRegister, markAttendance } from "~/domain/bookings/bookings.server";
import { meetingsOf } from "~/domain/sessions/sessions.server";

type Course = Partial<World["tables"]["courses"]["$inferInsert"]>;

export function setCourse(world: World, set: Course): void {
  if (Object.keys(set).length === 0) return;
  world.db.update(world.tables.courses).set(set).where(eq(world.tables.courses.id, "course")).run();
}

/** Takes every register of a session with these marks, each at the end of its meeting; the clock stays at the last. */
export function takeRegisters(world: World, sessionId: string, marks: Record<string, AttendanceMark>): void {
  for (const meeting of meetingsOf(world, sessionId)) {
    world.clock.set(meeting.endsAt);
    const marked = markAttendance(world.asSystem, {
      meetingId: meeting.id,
      marks: new Map(Object.entries(marks)),
    });
    const finished = finishRegister(world.asSystem, meeting.id);
    if (!marked.ok || !finished.ok) throw new Error("The register was not taken.");
  }
}

/** Puts one mark of the last meeting right. */
export function putRight(world: World, sessionId: string, bookingId: string, mark: AttendanceMark): void {
  const last = meetingsOf(world, sessionId).at(-1);
  const marked = markAttendance(world.asSystem, {
    meetingId: last?.id ?? "",
    marks: new Map([[bookingId, mark]]),
  });
  if (!marked.ok) throw new Error(`Not put right: ${marked.reason}`);
}

export function answer(world: World, bookingId: string): void {
  world.answer(bookingId, "T2");
}

/** Ann was at a session of one day, unless other marks or meetings are given; the course asks for attendance and answers. */
export function certifiedWorld({ mark = "present" as AttendanceMark, course = {} as Course } = {}) {
  const world = makeWorld();
  setCourse(world, course);
  const annId = world.person({ name: "Ann Learner" });
  const sessionId = world.session();
  const ann = world.book(sessionId, annId);
  takeRegisters(world, sessionId, { [ann]: mark });
  const rows = () =>
    world.db.select().from(world.tables.certificates).orderBy(world.tables.certificates.id).all();
  return { ...world, world, annId, ann, sessionId, rows };
}
