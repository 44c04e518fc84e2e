// Someone about whom every table that can has something, with words of theirs that nothing else in the world says.
import { cancelBooking, finishRegister, markAttendance } from "~/domain/bookings/bookings.server";
import { giveCertificates } from "~/domain/certificates/certificates.server";
import { assignTrainer, meetingsOf } from "~/domain/sessions/sessions.server";
import { addDays, instantOf } from "~/shared/civil-time";
import type { World } from "../../support/world";
import { askedAbout, heldBy } from "./asked-records";
import { appealed, assessment, changePerson, charge, learning, letter } from "./kept-records";
import { sentTo } from "./message-records";
import { reported, saidAbout } from "./said-records";

/** What they are called and what they typed; "quill" is in none of the world's own words. */
export const words = {
  name: "Zebedee Quillfeather",
  email: "Zebedee.Quillfeather@police.example.org",
  jobTitle: "Inspector of quills",
  team: "Quill Street",
  lineManagerEmail: "boss.of.quills@police.example.org",
  accessNeeds: "A ramp for my quilled chair",
  dietaryNeeds: "No quill soup",
};
export const theirWords = /quill/i;

/**
 * Puts someone into a world: trained, training others, deciding things, and written to. Nothing of theirs is still to
 * come unless asked for.
 */
export function wholeLife(world: World, { reason = false } = {}) {
  const { db, tables, ids, clock } = world;
  const now = clock.now();
  const id = world.trainer(words.name);
  changePerson(world, id, { ...words, passwordHash: "$argon2id$quill" });
  const friend = world.person({ name: "A friend" });
  const boss = world.person({ name: "Another" });
  const by = { at: now, person: world.coordinator };

  changePerson(world, friend, { lineManagerEmail: words.email.toUpperCase() });
  const earlier = world.person({ name: "Zeb Quillfeather" });
  changePerson(world, earlier, { email: "zeb.quill@example.org", disabledAt: now, mergedIntoId: id });
  db.insert(tables.roleGrants)
    .values([
      { personId: id, role: "agency_lead", grantedAt: now, grantedBy: by.person },
      { personId: friend, role: "trainer", grantedAt: now, grantedBy: id },
    ])
    .run();

  db.insert(tables.authSessions)
    .values({
      id: "a".repeat(64),
      userId: id,
      expiresAt: 9e9,
      startedAt: now,
      lastSeenAt: now,
      device: "Quill OS",
    })
    .run();
  db.insert(tables.calendarFeeds)
    .values([
      { id: "feed-1", personId: id, tokenHash: "b".repeat(64), createdAt: now, endedAt: now },
      { id: "feed-2", personId: id, tokenHash: "c".repeat(64), createdAt: now, lastUsedAt: now },
    ])
    .run();
  const link = { email: words.email.toLowerCase(), requestedAt: now, expiresAt: now + 600_000 };
  db.insert(tables.signInLinks)
    .values([
      { id: "link-1", purpose: "sign in", personId: id, returnTo: "/courses?q=quill", ...link },
      { id: "link-2", purpose: "join", returnTo: "/", ...link },
      {
        id: "link-3",
        purpose: "change address",
        personId: id,
        returnTo: "/",
        ...link,
        email: "new@quill.example",
      },
    ])
    .run();
  db.insert(tables.secondFactors).values({ personId: id, sealedKey: "quill key", startedAt: now }).run();
  db.insert(tables.recoveryCodes).values({ personId: id, codeHash: "quill hash", madeAt: now }).run();
  db.insert(tables.externalIdentities)
    .values({ issuer: "https://sso.example.org", subject: "quill-7", personId: id, linkedAt: now })
    .run();

  assessment(world, id, now - world.days(400));
  assessment(world, id, now);
  learning(world, id, {
    title: "Caring for quills",
    provider: "The Quill school",
    evidence: "Ask the quill master",
    state: "refused",
    reviewedAt: now,
    reviewedBy: by.person,
    reviewNote: "Which quills?",
  });
  learning(world, friend, { state: "accepted", reviewedAt: now, reviewedBy: id });
  appealed(world, charge(world, id), id, "My quill was ill");
  appealed(world, charge(world, friend, id), id, "A friend was ill");
  train(world, id, { reason });
  const sessionId = world.session();
  const friends = { bookingId: world.book(sessionId, friend), approver: words.email, by: id };
  askedAbout(world, { ...friends, words: "A friend’s own words" });
  heldBy(world, id, sessionId);
  teach(world, id, friend);
  reported(world, id);

  letter(world, {
    toPersonId: id,
    toEmail: words.email,
    facts: { personName: words.name },
    text: "Dear Quill",
  });
  letter(world, {
    toPersonId: id,
    toEmail: words.email,
    state: "failed",
    lastProblem: `${words.email} is full`,
  });
  letter(world, { toPersonId: id, toEmail: words.email, state: "unsure", facts: {}, html: "<p>Quill</p>" });
  letter(world, { toPersonId: null, toEmail: words.email.toUpperCase(), facts: { personName: words.email } });
  const toLead = { toPersonId: boss, toEmail: "boss@example.org", facts: { joinerName: words.name } };
  letter(world, { key: `account-to-confirm/${id}/police/${boss}`, ...toLead, subject: "Quillfeather joins" });
  letter(world, {
    key: `account-to-confirm/${id}/health/${boss}`,
    ...toLead,
    state: "waiting",
    subject: null,
  });

  sentTo(world, id, {
    email: words.email,
    letterId: letter(world, { toPersonId: id, toEmail: words.email }),
  });

  const complaint = { name: words.name, email: words.email, text: "Who reads my quills?", receivedAt: now };
  const answered = {
    acknowledgedAt: now,
    acknowledgedBy: id,
    answeredAt: now,
    answeredBy: id,
    answer: "We do.",
  };
  db.insert(tables.dataComplaints)
    .values([
      { id: "complaint-1", reference: "C1", personId: id, ...complaint },
      {
        id: "complaint-2",
        reference: "C2",
        personId: friend,
        ...complaint,
        ...answered,
        name: "F",
        email: "f@example.org",
        text: "?",
      },
    ])
    .run();
  db.insert(tables.retentionRules)
    .values({ rule: "letters", months: 4, changedAt: now, changedBy: id })
    .run();
  db.insert(tables.erasures)
    .values({ personId: ids.id(), erasedAt: now, reason: "asked", erasedBy: id })
    .run();
  db.insert(tables.auditEntries)
    .values({
      at: now,
      actorKind: "person",
      actorPersonId: id,
      action: "accounts.viewed",
      subjectKind: "person",
      subjectId: friend,
      aboutPersonId: friend,
      screen: "test",
      detail: {},
    })
    .run();
  return { id, friend, boss, earlier };
}

/** They attended one session and answered before and after, missed another, and cancelled a third. */
function train(world: World, personId: string, { reason }: { reason: boolean }): void {
  for (const mark of ["present", "absent"] as const) {
    const sessionId = world.session();
    const bookingId = world.book(sessionId, personId);
    world.answer(bookingId, "T0", { act: 3 });
    holdSession(world, sessionId, () => mark);
    if (mark === "present") {
      const now = world.clock.now();
      world.clock.set(meetingsOf(world, sessionId).at(-1)?.endsAt ?? 0);
      world.answer(bookingId, "T2", { act: 8 });
      saidAbout(world, { bookingId, words: "Fewer quills" });
      world.clock.set(now);
    }
    giveCertificates(world.asSystem, bookingId);
  }
  const bookingId = world.book(world.session(), personId);
  cancelBooking(world.as(personId), { bookingId, ...(reason && { reason: "Quill week" }) });
  askedAbout(world, {
    bookingId,
    approver: words.lineManagerEmail,
    by: world.coordinator,
    words: "I know my quills",
  });
}

/** Takes and finishes the register of a session, as if it were over; the clock goes back to where it was. */
export function holdSession(
  world: World,
  sessionId: string,
  markOf: (bookingId: string) => "present" | "absent",
  as = world.asSystem,
) {
  const now = world.clock.now();
  for (const meeting of meetingsOf(world, sessionId)) {
    world.clock.set(meeting.endsAt);
    const rows = world.db.select().from(world.tables.bookings).all();
    const marks = new Map(
      rows.filter((row) => row.sessionId === sessionId).map(({ id }) => [id, markOf(id)]),
    );
    const done = [markAttendance(as, { meetingId: meeting.id, marks }), finishRegister(as, meeting.id)];
    if (done.some((result) => !result.ok)) throw new Error("The register was not taken.");
  }
  world.clock.set(now);
}

/** They taught a session, took its register, put the other trainer on it and approved them. */
function teach(world: World, personId: string, friend: string): void {
  const { db, tables } = world;
  const date = addDays(world.today, 7);
  const sessionId = world.session({
    meetings: [{ date, startTime: "09:30", endTime: "12:30" }],
    bookingClosesAt: instantOf(date, "09:30"),
  });
  const assigned = assignTrainer(world.asSystem, { sessionId, personId, part: "lead", agreed: true });
  if (!assigned.ok) throw new Error(assigned.reason);
  db.insert(tables.trainers).values({ personId: friend, kind: "practitioner", joinedOn: "2025-01-01" }).run();
  db.insert(tables.trainerApprovals)
    .values({
      personId: friend,
      courseId: "course",
      until: "2030-01-01",
      approvedAt: 0,
      approvedBy: personId,
    })
    .run();
  db.insert(tables.trainerAssignments)
    .values({ sessionId, personId: friend, part: "co-trainer", assignedAt: 0, assignedBy: personId })
    .run();
  world.book(sessionId, friend);
  holdSession(world, sessionId, () => "present", world.as(personId));
}
