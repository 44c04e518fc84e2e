// A coordinator or a trainer writes to those on a session: before it, to bring something; after it, to those who came.
import { transact } from "db/client";
import { sessionNotes } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import type { NoteAudience } from "~/domain/notifications/notifications";
import { postMessage } from "~/domain/notifications/notifications.server";
import { mayRunProgramme } from "~/domain/sessions/sessions.server";
import { NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { readersOf, readForNote } from "./note-queries.server";
import { hasPlaceholder, longestNote, longestNoteSubject, unsafeLinks } from "./note-rules";

export type NoteRefusal = "nobody to write to" | "nothing said" | "too long" | "unsafe link" | "placeholder";

/**
 * Sends a note once to everyone in the audience, each by a letter of their own. The same id again sends nothing: a form may be
 * sent twice.
 * @param note.noteId made with the form
 * @throws NotFound for anyone but coordinators and the session's own trainers, and for another note's id
 */
export function sendNote(
  ctx: Context,
  note: { noteId: string; sessionId: string; audience: NoteAudience; subject: string; body: string },
): Result<{ people: number }, NoteRefusal> {
  return transact(ctx.db, () => {
    const { noteId, sessionId, audience } = note;
    const session = readForNote(ctx, sessionId);
    const sentBy = actorPersonId(ctx.actor);
    if (sentBy === null) throw new NotFound("session");
    const sent = ctx.db.select().from(sessionNotes).where(eq(sessionNotes.id, noteId)).get();
    if (sent && (sent.sessionId !== sessionId || sent.sentBy !== sentBy)) throw new NotFound("note");
    if (sent) return done({ people: sent.people });

    const subject = note.subject.replace(/\s+/g, " ").trim();
    const body = note.body.trim();
    if (!noteId || subject === "" || body === "") return refused("nothing said");
    if (subject.length > longestNoteSubject || body.length > longestNote) return refused("too long");
    if (hasPlaceholder(subject) || hasPlaceholder(body)) return refused("placeholder");
    if (unsafeLinks(body).length > 0) return refused("unsafe link");
    const readers = readersOf(ctx, sessionId)[audience];
    if (readers.length === 0) return refused("nobody to write to");

    const people = readers.length;
    ctx.db
      .insert(sessionNotes)
      .values({ id: noteId, sessionId, audience, subject, body, people, sentAt: ctx.clock.now(), sentBy })
      .run();
    recordAudit(ctx, {
      action: "bookings.note sent",
      subjectKind: "session",
      subjectId: sessionId,
      detail: { audience, people },
    });
    const from = mayRunProgramme(ctx.actor) ? "coordinator" : "trainer";
    const meetings = session.meetings.map((meeting) => ({ ...meeting, of: session.meetings.length }));
    const { courseTitle } = session;
    for (const { personId, name, email, bookingId } of readers)
      postMessage(ctx, {
        kind: "session note",
        key: `session note/${noteId}/${personId}`,
        to: { personId, email },
        facts: {
          ...{ personName: name, sessionId, noteId, courseTitle, meetings, audience, from, bookingId },
          ...{ subject, body },
        },
      });
    return done({ people });
  });
}
