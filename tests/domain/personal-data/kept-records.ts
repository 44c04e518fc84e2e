// One record of each kind that a retention rule ends, kept since an instant.
import { eq } from "drizzle-orm";
import { authSessionLimits } from "~/domain/accounts/accounts.server";
import type { RetentionCode } from "~/domain/personal-data/personal-data";
import { mergePeople, previewRetention } from "~/domain/personal-data/personal-data.server";
import { startingRules } from "~/domain/terms/terms";
import type { World } from "../../support/world";
import { keptEvaluations } from "./kept-evaluations";
import { keepMessageRecords } from "./message-records";

type Letter = Partial<World["tables"]["outbox"]["$inferInsert"]>;

/** A message as it stands after it was sent. */
export function letter({ db, tables, ids }: World, given: Letter = {}): string {
  const id = ids.id();
  db.insert(tables.outbox)
    .values({
      id,
      key: `welcome/${id}`,
      kind: "welcome",
      toEmail: "someone@example.org",
      facts: { personName: "Someone" },
      priority: 4,
      state: "sent",
      createdAt: 0,
      dueAt: 0,
      subject: "Welcome",
      html: "<p>Welcome</p>",
      text: "Welcome",
      calendar: "BEGIN:VCALENDAR",
      calendarMethod: "REQUEST",
      ...given,
    })
    .run();
  return id;
}

/** A self-assessment with one answer, about recognising neglect unless another competency is meant. */
export function assessment(
  { db, tables, ids }: World,
  personId: string,
  takenAt: number,
  answers: Partial<World["tables"]["selfAssessmentAnswers"]["$inferInsert"]>[] = [{}],
): string {
  const id = ids.id();
  db.insert(tables.selfAssessments).values({ id, personId, takenAt }).run();
  for (const answer of answers)
    db.insert(tables.selfAssessmentAnswers)
      .values({
        selfAssessmentId: id,
        competencyId: "recognise",
        lastTrained: "never",
        confidence: 3,
        ...answer,
      })
      .run();
  return id;
}

/** Learning elsewhere with one competency, as it stands once it was sent unless told otherwise. */
export function learning(
  { db, tables, ids }: World,
  personId: string,
  given: Partial<World["tables"]["externalLearning"]["$inferInsert"]> = {},
): string {
  const id = ids.id();
  db.insert(tables.externalLearning)
    .values({
      id,
      personId,
      title: "A day elsewhere",
      provider: "Somebody else",
      completedOn: "2026-01-15",
      minutes: 180,
      evidence: "Ask them",
      state: "submitted",
      submittedAt: 0,
      ...given,
    })
    .run();
  db.insert(tables.externalLearningCompetencies)
    .values({ externalLearningId: id, competencyId: "recognise" })
    .run();
  return id;
}

/** A charge that is due, for somebody's place in a session of its own. */
export function charge(world: World, personId: string, madeBy: string | null = null): string {
  const { db, tables, ids, clock } = world;
  const [id, termsId] = [ids.id(), ids.id()];
  const version = db.select().from(tables.bookingTerms).all().length + 1;
  const terms = {
    id: termsId,
    // Not the board of the course: what is booked besides stays without terms, and nothing else is charged.
    boardCode: "ADULT",
    version,
    inForceFrom: 0,
    rules: startingRules,
    madeAt: 0,
    madeBy,
  };
  db.insert(tables.bookingTerms).values(terms).run();
  const bookingId = ids.id();
  const sessionId = world.session();
  db.insert(tables.charges)
    .values({
      id,
      bookingId,
      sessionId,
      personId,
      agencyId: "police",
      termsId,
      kind: "did not attend",
      pence: 5000,
      basis: {},
      state: "due",
      madeAt: clock.now(),
    })
    .run();
  return id;
}

/** A line of a charge's history, with what somebody wrote. */
export function appealed(
  { db, tables, clock }: World,
  chargeId: string,
  byPersonId: string,
  note: string,
): void {
  db.insert(tables.chargeChanges)
    .values({ chargeId, fromState: "due", toState: "appealed", at: clock.now(), byPersonId, note })
    .run();
}

/** By rule: makes a record kept since `since`, and tells whether it is still as it was. */
export const keep: Record<RetentionCode, (world: World, since: number) => () => boolean> = {
  letters(world, since) {
    const id = letter(world, { sentAt: since, createdAt: since - 1000 });
    return () => letterRow(world, id)?.text === "Welcome";
  },
  ...keepMessageRecords,
  "sign-in links"({ db, tables, ids }, since) {
    const id = ids.id();
    const row = { id, purpose: "sign in" as const, email: "a@example.org", returnTo: "/" };
    db.insert(tables.signInLinks)
      .values({ ...row, requestedAt: since, expiresAt: since + 60_000, endedAt: since })
      .run();
    return () => db.select().from(tables.signInLinks).where(eq(tables.signInLinks.id, id)).all().length === 1;
  },
  "sign-ins"(world, since) {
    const { db, tables, ids } = world;
    const id = ids.id();
    const lastSeenAt = since - authSessionLimits(new Set()).idle;
    db.insert(tables.authSessions)
      .values({ id, userId: world.coordinator, expiresAt: 9e9, startedAt: lastSeenAt, lastSeenAt })
      .run();
    return () =>
      db.select().from(tables.authSessions).where(eq(tables.authSessions.id, id)).all().length === 1;
  },
  "self-assessments"(world, since) {
    const { db, tables } = world;
    const personId = world.person();
    const id = assessment(world, personId, since);
    assessment(world, personId, since + 1);
    return () =>
      db.select().from(tables.selfAssessments).where(eq(tables.selfAssessments.id, id)).all().length === 1;
  },
  "learning sent back"(world, since) {
    const { db, tables } = world;
    const id = learning(world, world.person(), { state: "refused", reviewedAt: since });
    return () =>
      db.select().from(tables.externalLearning).where(eq(tables.externalLearning.id, id)).all().length === 1;
  },
  "charge notes"(world, since) {
    const { db, tables } = world;
    const chargeId = charge(world, world.person());
    const change = {
      chargeId,
      fromState: "appealed",
      toState: "due",
      at: since,
      note: "It stands.",
    } as const;
    const { id } = db.insert(tables.chargeChanges).values(change).returning().get();
    return () =>
      db.select().from(tables.chargeChanges).where(eq(tables.chargeChanges.id, id)).get()?.note != null;
  },
  ...keptEvaluations,
  complaints({ db, tables, ids }, since) {
    const id = ids.id();
    const said = { name: "Ann Onym", email: "ann@example.org", text: "You wrote to my old address." };
    db.insert(tables.dataComplaints)
      .values({
        id,
        reference: id,
        receivedAt: since - 1000,
        ...said,
        answeredAt: since,
        answer: "Put right.",
      })
      .run();
    return () =>
      db.select().from(tables.dataComplaints).where(eq(tables.dataComplaints.id, id)).all().length === 1;
  },
  "unconfirmed accounts"(world, since) {
    const id = world.person({ name: "Nobody Confirmed" });
    changePerson(world, id, { agencyStanding: "awaiting", createdAt: since });
    return () => personRow(world, id)?.name === "Nobody Confirmed";
  },
  leavers(world, since) {
    const id = world.person({ name: "Lee Leaver" });
    changePerson(world, id, { disabledAt: since });
    return () => personRow(world, id)?.name === "Lee Leaver";
  },
};

export const letterRow = ({ db, tables }: World, id: string) =>
  db.select().from(tables.outbox).where(eq(tables.outbox.id, id)).get();

export const personRow = ({ db, tables }: World, id: string) =>
  db.select().from(tables.people).where(eq(tables.people.id, id)).get();

export function changePerson(
  { db, tables }: World,
  id: string,
  set: Partial<World["tables"]["people"]["$inferInsert"]>,
): void {
  db.update(tables.people).set(set).where(eq(tables.people.id, id)).run();
}

export const adminOf = (world: World) => world.as(world.person({ name: "Admin", roles: ["admin"] }));

/** What a preview says of one rule. */
export const lineOf = (world: World, code: RetentionCode) =>
  previewRetention(world.asSystem).lines.find((line) => line.code === code);

/** @throws Error when it is refused */
export function merged(world: World, fromId: string, intoId: string, ctx = adminOf(world)) {
  const result = mergePeople(ctx, { fromId, intoId });
  if (!result.ok) throw new Error(`Not merged: ${result.reason}`);
  return result.value;
}
