// Pure: what makes the planned reminders what they should be. Reminders are worked out again from what is booked, so one is
// made, moved or taken back as that changes, and none that was sent is sent again.

/** A letter that is to come, as whoever wants it says. */
export type WantedReminder = {
  /** One per cause and moment: `reminder/<booking>/<start>`. The same key again is the same reminder, whenever it is due. */
  key: string;
  personId: string;
  sessionId: string | null;
  bookingId: string | null;
  /** In ms. May be past: it is due at once. */
  dueAt: number;
};

export type KeptReminder = WantedReminder & { id: string; state: "planned" | "sent" | "taken back" };

export type ReminderChanges = {
  make: WantedReminder[];
  /** Planned for another moment or person, or planned again after it was taken back. */
  move: (WantedReminder & { id: string })[];
  takeBack: KeptReminder[];
};

const isAsWanted = (kept: KeptReminder, wanted: WantedReminder) =>
  kept.state === "planned" &&
  kept.dueAt === wanted.dueAt &&
  kept.personId === wanted.personId &&
  kept.sessionId === wanted.sessionId &&
  kept.bookingId === wanted.bookingId;

/**
 * @param kept every planned one, and those of whatever state that have a wanted key
 * @param wanted with each key once: of two with the same the last counts
 */
export function remindersToChange(
  kept: readonly KeptReminder[],
  wanted: readonly WantedReminder[],
): ReminderChanges {
  const wantedByKey = new Map(wanted.map((reminder) => [reminder.key, reminder]));
  const keptKeys = new Set(kept.map(({ key }) => key));
  const move: ReminderChanges["move"] = [];
  const takeBack: KeptReminder[] = [];
  for (const reminder of kept) {
    const want = wantedByKey.get(reminder.key);
    if (!want) {
      if (reminder.state === "planned") takeBack.push(reminder);
    } else if (reminder.state !== "sent" && !isAsWanted(reminder, want))
      move.push({ ...want, id: reminder.id });
  }
  return { make: [...wantedByKey.values()].filter(({ key }) => !keptKeys.has(key)), move, takeBack };
}
