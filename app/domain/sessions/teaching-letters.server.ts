// The letters to those who teach a session, with the entries of their calendar: one letter for each day of it.
import { prepared } from "db/client";
import { people, roleGrants } from "db/schema";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { MessageFacts, TeachingFacts } from "~/domain/notifications/notifications";
import { type Invited, postMessage } from "~/domain/notifications/notifications.server";
import { type AssignedTrainer, addressInWords, type Session } from "./sessions";

const addressOf = prepared((db) =>
  db
    .select({ email: people.email })
    .from(people)
    .where(eq(people.id, sql.placeholder("id")))
    .prepare(),
);

const coordinators = prepared((db) =>
  db
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .innerJoin(roleGrants, and(eq(roleGrants.personId, people.id), eq(roleGrants.role, "coordinator")))
    .where(isNull(people.disabledAt))
    .orderBy(asc(people.id))
    .prepare(),
);

type Planned = Pick<Session, "meetings">;

/** A session as a trainer's messages and calendar entries tell of it. */
export function teachingFacts(session: Session, trainer: AssignedTrainer): TeachingFacts {
  return {
    personName: trainer.name,
    part: trainer.part,
    personId: trainer.entryOf,
    assignedAt: trainer.assignedAt,
    revision: session.revision,
    confirmed: trainer.confirmedAt !== null,
    sessionId: session.id,
    courseTitle: session.courseTitle,
    mode: session.mode === "online" ? "online" : "in person",
    place: addressInWords(session),
    access: [session.venue?.access, session.room?.access].filter(Boolean).join(" ") || null,
    meetings: meetingFacts(session),
  };
}

const meetingFacts = ({ meetings }: Planned): TeachingFacts["meetings"] =>
  meetings.map((meeting) => ({ ...meeting, of: meetings.length }));

/** One for each time that they are put on the session: somebody put on again is asked again. */
const assignmentKey = (facts: TeachingFacts) =>
  `${facts.sessionId}/${facts.personId}/${facts.assignedAt.toString(36)}`;

type TeachingKind = "trainer invited" | "trainer confirmed" | "trainer released" | "teaching changed";

type Trainer = Pick<AssignedTrainer, "personId">;

/**
 * Posts a letter to a trainer, inside the caller's transaction; nobody is written to who has no account any more.
 * @param facts.revision part of the key: the same news of the same plan goes once
 */
export function writeToTrainer<Kind extends TeachingKind>(
  ctx: Context,
  { personId }: Trainer,
  kind: Kind,
  facts: MessageFacts[Kind],
): void {
  const email = addressOf(ctx.db).get({ id: personId })?.email;
  if (email === undefined) return;
  const key = `${kind}/${assignmentKey(facts)}/${facts.revision}`;
  postMessage(ctx, { kind, key, to: { personId, email }, facts });
}

/**
 * Posts what a letter's own calendar entry leaves out: each day after the first, and days that are no longer part of the
 * session. Nothing for somebody in whose calendar it does not stand.
 * @param gone meetings that the session had before
 */
export function writeFurtherDays(
  ctx: Context,
  { personId }: Trainer,
  facts: TeachingFacts,
  method: "REQUEST" | "CANCEL",
  gone: TeachingFacts["meetings"] = [],
): void {
  if (!facts.confirmed) return;
  const email = addressOf(ctx.db).get({ id: personId })?.email;
  if (email === undefined) return;
  const entry = (meeting: TeachingFacts["meetings"][number], how: typeof method) =>
    postMessage(ctx, {
      kind: "teaching entry",
      key: `teaching entry/${assignmentKey(facts)}/${facts.revision}/${meeting.id}`,
      to: { personId, email },
      facts: { ...facts, meetings: [meeting], method: how },
    });
  for (const meeting of facts.meetings.slice(1)) entry(meeting, method);
  for (const meeting of gone) entry(meeting, "CANCEL");
}

/**
 * Takes a part out of the calendar of an account that another takes over, whose own part in the session goes on: a letter
 * for each day, to the address that the invitations went to.
 */
export function withdrawTwin(
  ctx: Context,
  ended: TeachingFacts,
  { fromId, intoId, invited }: { fromId: string; intoId: string; invited: Invited },
): void {
  const email = addressOf(ctx.db).get({ id: fromId })?.email;
  if (email === undefined) return;
  const facts = { ...ended, revision: ended.revision + 1, method: "CANCEL", twice: true } as const;
  for (const meeting of ended.meetings.filter(({ id }) => invited(id)))
    postMessage(ctx, {
      kind: "teaching entry",
      key: `teaching entry/${assignmentKey(ended)}/twice/${meeting.id}`,
      to: { personId: intoId, email },
      facts: { ...facts, meetings: [meeting] },
    });
}

/** The days of a session that another plan of it no longer has. */
export const daysGone = (before: Planned, after: Planned): TeachingFacts["meetings"] =>
  meetingFacts(before).filter(({ id }) => !after.meetings.some((meeting) => meeting.id === id));

/** The coordinators hear that somebody cannot teach, inside the caller's transaction. */
export function tellOfDecline(ctx: Context, session: Session, trainer: AssignedTrainer): void {
  const others = session.trainers.filter(({ personId }) => personId !== trainer.personId);
  const confirmed = others.filter(({ confirmedAt }) => confirmedAt !== null).length;
  for (const { id, name, email } of coordinators(ctx.db).all()) {
    postMessage(ctx, {
      kind: "trainer declined",
      // Begins with the id of the person it tells of: their export says that there was such a letter.
      key: `trainer-declined/${trainer.personId}/${session.id}/${trainer.assignedAt.toString(36)}/${id}`,
      to: { personId: id, email },
      facts: {
        personName: name,
        trainerName: trainer.name,
        hadConfirmed: trainer.confirmedAt !== null,
        sessionId: session.id,
        courseTitle: session.courseTitle,
        date: session.meetings[0]?.date ?? "",
        confirmed,
        asked: others.length - confirmed,
      },
    });
  }
}
