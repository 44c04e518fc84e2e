// A trail to search: entries written as at given moments, by and about given people.
import { transact } from "db/client";
import { recordAudit, searchAudit } from "~/domain/audit/audit.server";
import { minutes } from "~/shared/clock";
import { makeWorld } from "../../support/world";

type Written = { by?: string; about?: string | null; subject?: { kind: string; id: string }; at?: number };

export function trailWorld() {
  const world = makeWorld();
  const reader = () => world.as(world.coordinator);

  /** Appends an entry, a minute after the one before unless it says when. */
  const write = (
    action: "accounts.viewed" | "accounts.signed out" | "sessions.published" | "audit.exported",
    { by, about = null, subject, at }: Written = {},
  ) => {
    if (at === undefined) world.clock.forward(minutes(1));
    const clock = at === undefined ? world.clock : { now: () => at };
    const entry = { subjectKind: subject?.kind ?? "person", subjectId: subject?.id ?? about ?? "nobody" };
    transact(world.db, () => {
      const ctx = { ...(by ? world.as(by) : world.asSystem), clock };
      const whole = { ...entry, aboutPersonId: about };
      if (action === "audit.exported") recordAudit(ctx, { action, ...whole, detail: { rows: 1 } });
      else recordAudit(ctx, { action, ...whole });
    });
  };

  const search = (filter: Parameters<typeof searchAudit>[1] = {}) => {
    const found = searchAudit(reader(), filter);
    if (!found.ok) throw new Error(found.reason);
    return found.value;
  };
  /** Who did what to whom, briefly, the newest first. */
  const found = (filter: Parameters<typeof searchAudit>[1] = {}) =>
    search(filter).lines.map(({ by, deed, about }) => {
      const who = by === null ? "a stranger" : typeof by === "string" ? by : by.name;
      return `${who}: ${deed}${about ? ` (${about.name})` : ""}`;
    });
  return { ...world, reader, write, search, found };
}
