// Someone has to agree before a booking has its place: the line manager they name, or their agency's leads.
import { prepared } from "db/client";
import { agencies, bookingApprovals, people, roleGrants } from "db/schema";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { workingDaysAfter } from "~/domain/calendars/calendars.server";
import type { Context } from "~/domain/context";
import { postMessage } from "~/domain/notifications/notifications.server";
import { meetingsOf } from "~/domain/sessions/sessions.server";
import type { Terms } from "~/domain/terms/terms";
import { type BookingRow, tell } from "../change-state.server";
import type { PersonWishing, SessionWithPlaces } from "../places.server";

type Asked = { id: string | null; name: string | null; email: string };

const whoLead = prepared((db) =>
  db
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .innerJoin(roleGrants, and(eq(roleGrants.personId, people.id), eq(roleGrants.role, "agency_lead")))
    .where(
      and(
        eq(people.agencyId, sql.placeholder("agencyId")),
        eq(people.agencyStanding, "confirmed"),
        isNull(people.disabledAt),
        ne(people.id, sql.placeholder("personId")),
      ),
    )
    .prepare(),
);
const coordinators = prepared((db) =>
  db
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .innerJoin(roleGrants, and(eq(roleGrants.personId, people.id), eq(roleGrants.role, "coordinator")))
    .where(isNull(people.disabledAt))
    .prepare(),
);
const byAddress = prepared((db) =>
  db
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(and(eq(sql`lower(${people.email})`, sql.placeholder("email")), isNull(people.disabledAt)))
    .prepare(),
);
const agencyName = prepared((db) =>
  db
    .select({ name: agencies.name })
    .from(agencies)
    .where(eq(agencies.id, sql.placeholder("id")))
    .prepare(),
);

/** When silence is taken for an answer: so many working days on as the terms say, at the latest when the session starts. */
export const answerByOf = (
  session: Pick<SessionWithPlaces, "startsAt">,
  { rules }: Pick<Terms, "rules">,
  now: number,
): number => Math.min(workingDaysAfter(now, rules.approval.workingDays), session.startsAt);

/** Whether the person's agency has somebody else who leads it; otherwise coordinators are asked in their stead. */
export const hasAnotherLead = (ctx: Pick<Context, "db">, person: { id: string; agencyId: string }): boolean =>
  whoLead(ctx.db).all({ agencyId: person.agencyId, personId: person.id }).length > 0;

/** Whom to write to. An agency without another lead falls to the coordinators, so that nobody waits for nobody. */
function approversOf(ctx: Context, person: PersonWishing, askedOf: "line manager" | "agency lead"): Asked[] {
  if (askedOf === "agency lead") {
    const leads = whoLead(ctx.db).all({ agencyId: person.agencyId, personId: person.id });
    return leads.length > 0 ? leads : coordinators(ctx.db).all();
  }
  const email = person.lineManagerEmail?.toLowerCase() ?? "";
  return [byAddress(ctx.db).get({ email }) ?? { id: null, name: null, email: person.lineManagerEmail ?? "" }];
}

/**
 * Opens an approval, writes to those who may give it and to the person. Silence is an answer at `answerBy`: so many
 * working days on as the terms say, and at the latest when the session starts.
 */
export function askForApproval(
  ctx: Context,
  asking: { booking: BookingRow; session: SessionWithPlaces; person: PersonWishing; terms: Terms },
): void {
  const { booking, session, person, terms } = asking;
  const now = ctx.clock.now();
  const { silence } = terms.rules.approval;
  const answerBy = answerByOf(session, terms, now);
  const askedOf = session.approval === "line manager" ? "line manager" : "agency lead";
  const approvalId = ctx.ids.id();
  ctx.db
    .insert(bookingApprovals)
    .values({
      id: approvalId,
      bookingId: booking.id,
      askedOf,
      approverEmail: askedOf === "line manager" ? person.lineManagerEmail : null,
      askedAt: now,
      answerBy,
    })
    .run();
  recordAudit(ctx, {
    action: "bookings.approval asked",
    subjectKind: "booking",
    subjectId: booking.id,
    aboutPersonId: person.id,
    detail: { of: askedOf },
  });
  const meetings = meetingsOf(ctx, session.id);
  for (const asked of approversOf(ctx, person, askedOf)) {
    postMessage(ctx, {
      kind: "approval asked",
      key: `approval-asked/${person.id}/${approvalId}/${asked.id ?? asked.email.toLowerCase()}`,
      to: { personId: asked.id, email: asked.email },
      facts: {
        // Of some line managers we know nothing but the address.
        personName: asked.name ?? "there",
        approvalId,
        byLink: askedOf === "line manager",
        bookerName: person.name,
        agencyName: agencyName(ctx.db).get({ id: person.agencyId })?.name ?? "",
        courseTitle: session.courseTitle,
        meetings: meetings.map((meeting) => ({ ...meeting, of: meetings.length })),
        answerBy,
        silence,
        placeHeld: booking.queuedAt === null,
      },
    });
  }
  tell(
    ctx,
    "booking awaiting approval",
    booking,
    session,
    { askedOf, answerBy, silence, placeHeld: booking.queuedAt === null },
    person,
  );
}
