// Letters of the demonstration: trainers answer when they are asked, leads and subscribers hear in their weeks and months, and
// some letters are in trouble: one came to nothing, of one nobody knows, and one address is dead.
import { createHmac } from "node:crypto";
import { bookings, outbox, people, sessions } from "db/schema";
import { and, asc, desc, eq, gt, inArray, lt, notInArray, sql } from "drizzle-orm";
import { sendOfferNews } from "~/domain/bookings/bookings.server";
import { sendWeeklyDigests } from "~/domain/needs/needs.server";
import { chooseNews, listNewsChoices, receiveReport } from "~/domain/notifications/notifications.server";
import { answerInvitation, remindTrainers } from "~/domain/sessions/sessions.server";
import { addDays, civilDateAt, instantOf } from "~/shared/civil-time";
import { days, hours, minutes } from "~/shared/clock";
import { chanceFrom } from "./chance";
import type { Diary } from "./diary";
import type { PlannedSession } from "./programme";
import { known, must, type Seeding } from "./seeding";
import signIns from "./sign-ins.json";
import { byDay } from "./times";

/** Those who are asked say yes within two days; a few, of sessions some weeks ahead, have not answered yet. */
export function planAnswerToTeach(
  { seeding, diary }: { seeding: Seeding; diary: Diary },
  session: PlannedSession,
  { sessionId, personId }: { sessionId: string; personId: string },
): void {
  const chance = chanceFrom(`${session.key} asks ${personId}`);
  const asked = seeding.clock.now();
  const at = byDay(asked + chance.between(hours(2), hours(44)), asked + hours(1), asked + days(2));
  if (session.startsAt > seeding.now + days(18) && chance.happens(0.4)) return;
  diary.plan(at, () => must(answerInvitation(seeding.as(personId), { sessionId, can: true })));
}

/** Who asked for news of what: by the number of the board or theme in the lists. */
const subscribers = [
  { email: "practitioner@example.org", board: 0, theme: 0 },
  { email: "practitioner2@example.org", board: 1 },
  { email: "lead@example.org" },
  { email: "trainer2@example.org", theme: 1 },
];
/** As far back as letters are of interest. */
const lately = 35;

export function planMessages(seeding: Seeding, diary: Diary, ids: ReadonlyMap<string, string>): void {
  const { now, asSystem } = seeding;
  // Each night those of the day have left, so that nothing later is merged into them.
  for (let night = seeding.founded; night < now - days(2); night += days(1))
    diary.plan(night, () => setAside(seeding, night));
  diary.plan(now, () => setAside(seeding, now - days(2)));
  diary.plan(byDay(now - days(lately + 5), 0, now), () => {
    const abouts = listNewsChoices(asSystem).map(({ about }) => about);
    const nth = (kind: string, index: number | undefined) =>
      index === undefined ? [] : abouts.filter((about) => about.startsWith(kind)).slice(index, index + 1);
    for (const { email, board, theme } of subscribers) {
      const wanted = [...nth("board/", board), ...nth("theme/", theme)];
      chooseNews(seeding.as(known(ids, email)), wanted.length > 0 ? wanted : ["all"]);
    }
  });
  // The worker's mornings: what is due on another day is left alone by each.
  for (let ago = lately; ago >= 0; ago--) {
    const date = addDays(civilDateAt(now), -ago);
    diary.plan(instantOf(date, "08:00"), () => sendWeeklyDigests(asSystem));
    diary.plan(instantOf(date, "09:00"), () => sendOfferNews(asSystem));
    diary.plan(instantOf(date, "09:01"), () => remindTrainers(asSystem));
  }
}

/** Letters due before the last two days count as sent, without their text: nobody waits for thousands to be composed. */
function setAside({ db }: Seeding, before: number): void {
  db.update(outbox)
    .set({
      state: "sent",
      attempts: 1,
      firstTriedAt: outbox.dueAt,
      sentAt: sql`${outbox.dueAt} + ${minutes(1)}`,
      sentBy: "demonstration history",
    })
    .where(and(sql`${outbox.state} = 'waiting'`, lt(outbox.dueAt, before)))
    .run();
}

/** Afterwards: what the provider says of the letters of the last weeks, and those in trouble. */
export function troubleSomeLetters(seeding: Seeding): void {
  const { db, now, clock } = seeding;
  clock.set(now);
  const theirs = signIns.people.map(({ email }) => email);
  const soon = db
    .select({ letterId: outbox.id, personId: people.id })
    .from(sessions)
    .innerJoin(bookings, and(eq(bookings.sessionId, sessions.id), eq(bookings.state, "confirmed")))
    .innerJoin(people, eq(people.id, bookings.personId))
    .innerJoin(outbox, and(eq(outbox.toPersonId, people.id), eq(outbox.state, "sent")))
    .where(
      and(
        inArray(sessions.status, ["published", "closed"]),
        gt(sessions.startsAt, now + days(1)),
        lt(sessions.startsAt, now + days(14)),
        eq(outbox.kind, "booking confirmed"),
        eq(outbox.sessionId, sessions.id),
        notInArray(people.email, theirs),
      ),
    )
    .orderBy(asc(sessions.startsAt), asc(bookings.id), asc(outbox.id))
    .limit(3)
    .all();
  const [dead, failed, unsure] = soon;
  const letters = db
    .select({ id: outbox.id, sentAt: sql<number>`${outbox.sentAt}`, kind: outbox.kind })
    .from(outbox)
    .where(and(eq(outbox.state, "sent"), gt(outbox.createdAt, now - days(14))))
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
    .all();
  const provided = letters.filter((letter) => chanceFrom(`report ${letter.id}`).happens(0.5));
  const cameBack = dead && newestTo(seeding, dead.personId);
  for (const { id, sentAt } of provided) {
    if (id === cameBack?.id) continue;
    const chance = chanceFrom(`opened ${id}`);
    provide(seeding, id);
    report(seeding, "email.delivered", id, sentAt + 4000);
    if (chance.happens(0.5))
      report(seeding, "email.opened", id, sentAt + chance.between(minutes(5), hours(9)));
  }
  // Their newest letter: nothing that is optional was sent there since.
  if (cameBack) {
    provide(seeding, cameBack.id);
    report(seeding, "email.bounced", cameBack.id, cameBack.sentAt + 9000);
  }
  const end = (letter: typeof failed, state: "failed" | "unsure", lastProblem: string) =>
    letter &&
    db
      .update(outbox)
      .set({ state, attempts: 8, sentAt: null, sentBy: null, providerId: null, lastProblem })
      .where(eq(outbox.id, letter.letterId))
      .run();
  end(failed, "failed", "Refused: the mailbox is full");
  end(unsure, "unsure", "The connection ended before the answer came");
}

const newestTo = ({ db }: Seeding, personId: string) =>
  db
    .select({ id: outbox.id, sentAt: sql<number>`${outbox.sentAt}` })
    .from(outbox)
    .where(and(eq(outbox.toPersonId, personId), eq(outbox.state, "sent")))
    .orderBy(desc(outbox.sentAt), desc(outbox.id))
    .limit(1)
    .get();

/** The provider's own id, as it would have answered. */
const provide = ({ db }: Seeding, id: string) =>
  db
    .update(outbox)
    .set({ providerId: `demo-${id}` })
    .where(eq(outbox.id, id))
    .run();

const secret = Buffer.from("the demonstration's own secret").toString("base64");

/** As the provider would tell it, signed and all. */
function report({ asStranger, now }: Seeding, type: string, letterId: string, at: number): void {
  const id = `demo-${type}-${letterId}`;
  const timestamp = String(Math.floor(now / 1000));
  const body = JSON.stringify({
    type,
    created_at: new Date(Math.min(at, now)).toISOString(),
    data: { email_id: `demo-${letterId}`, bounce: { type: "Permanent" } },
  });
  const signature = createHmac("sha256", Buffer.from(secret, "base64"))
    .update(`${id}.${timestamp}.${body}`)
    .digest("base64");
  const headers = { id, timestamp, signature: `v1,${signature}` };
  const heard = receiveReport(asStranger, { secret: `whsec_${secret}`, headers, body: Buffer.from(body) });
  if (heard !== "heeded") throw new Error(`The demonstration's report was ${JSON.stringify(heard)}.`);
}
