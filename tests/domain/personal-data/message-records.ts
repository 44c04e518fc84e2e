// Records of how messages fared, of calendar addresses and of what people chose, for tests of what becomes of them.
import { eq } from "drizzle-orm";
import type { World } from "../../support/world";

/** What the retention rules about messages end: makes one kept since then, and tells whether it is still there. */
export const keepMessageRecords = {
  "delivery reports"({ db, tables, ids }: World, since: number) {
    const id = ids.id();
    db.insert(tables.deliveryReports)
      .values({ id, kind: "delivered", at: since - 1000, receivedAt: since })
      .run();
    return () =>
      db.select().from(tables.deliveryReports).where(eq(tables.deliveryReports.id, id)).all().length === 1;
  },
  "address stops"({ db, tables, ids }: World, since: number) {
    const email = `${ids.id()}@example.org`;
    db.insert(tables.addressStops).values({ email, because: "bounced", since }).run();
    return () =>
      db.select().from(tables.addressStops).where(eq(tables.addressStops.email, email)).all().length === 1;
  },
  reminders(world: World, since: number) {
    const { db, tables, ids } = world;
    const id = ids.id();
    const row = { id, key: id, kind: "reminder", personId: world.person(), dueAt: since - 1000 };
    db.insert(tables.reminders)
      .values({ ...row, state: "sent", changedAt: since })
      .run();
    return () => db.select().from(tables.reminders).where(eq(tables.reminders.id, id)).all().length === 1;
  },
  "calendar addresses"(world: World, since: number) {
    const { db, tables, ids } = world;
    const id = ids.id();
    const row = { id, personId: world.person(), tokenHash: id, createdAt: since - 1000 };
    db.insert(tables.calendarFeeds)
      .values({ ...row, endedAt: since })
      .run();
    return () =>
      db.select().from(tables.calendarFeeds).where(eq(tables.calendarFeeds.id, id)).all().length === 1;
  },
  "session notes"(world: World, since: number) {
    const { db, tables, ids } = world;
    const id = ids.id();
    const row = { id, sessionId: world.session(), subject: "Parking", body: "Behind the hall." };
    db.insert(tables.sessionNotes)
      .values({ ...row, audience: "booked", people: 1, sentAt: since, sentBy: world.coordinator })
      .run();
    return () =>
      db.select().from(tables.sessionNotes).where(eq(tables.sessionNotes.id, id)).get()?.body !== "";
  },
};

/**
 * A letter of theirs was opened, another came back; they stopped a topic, asked for news, and saved a wording. They were
 * reminded, and will be again.
 */
export function sentTo(
  { db, tables, clock }: World,
  personId: string,
  { email, letterId }: { email: string; letterId: string },
): void {
  const now = clock.now();
  const report = { kind: "opened" as const, at: now, receivedAt: now };
  db.insert(tables.deliveryReports)
    .values({ id: "report-1", messageId: letterId, ...report })
    .run();
  db.insert(tables.addressStops).values({ email: email.toLowerCase(), because: "bounced", since: now }).run();
  db.insert(tables.topicStops).values({ personId, topic: "renewals", stoppedAt: now }).run();
  db.insert(tables.newsSubscriptions).values({ personId, about: "board/KIDS", since: now }).run();
  db.insert(tables.wordings).values({ kind: "welcome", savedAt: now, savedBy: personId }).run();
  const reminder = { kind: "renewal due", personId, dueAt: now, changedAt: now };
  db.insert(tables.reminders)
    .values([
      { id: "reminder-1", key: "reminder-1", state: "sent", ...reminder },
      { id: "reminder-2", key: "reminder-2", state: "planned", ...reminder },
    ])
    .run();
}
