// Who a cookie's secret signs in, as what, and what they still owe before anything opens to them.

import type { Actor, Context } from "~/domain/context";
import { minutes } from "~/shared/clock";
import type { Person } from "../accounts";
import { findSignedInPerson, readPartnership } from "../queries.server";
import { authSessionLimits, isOver, owedBy, proofLasts } from "../rules";
import { type AuthSession, endAuthSession, readAuthSession, touchAuthSession } from "./auth.server";

export type SignedIn = {
  person: Person;
  actor: Extract<Actor, { kind: "person" }>;
  hasSecondFactor: boolean;
  authSession: AuthSession;
  /** Nothing but the pages that settle it opens before this is null. */
  owes: "code" | "set up" | null;
  /** Whether they proved who they are so lately that a change to how they sign in may go ahead. */
  provedLately: boolean;
};

/** Null for a secret that opens nothing, a session that has lasted too long, and someone who has left. */
export async function readSignedIn(
  ctx: Pick<Context, "db" | "clock">,
  secret: string,
): Promise<SignedIn | null> {
  const authSession = await readAuthSession(ctx, secret);
  if (!authSession) return null;
  const found = findSignedInPerson(ctx, authSession.personId);
  if (!found) return null;
  const now = ctx.clock.now();
  const { roles } = found.actor;
  if (isOver(authSession, roles, now)) {
    await endAuthSession(ctx, secret);
    return null;
  }
  // Written now and then, not with every page: the idle limit need not be exact to the second.
  const seldom = Math.min(authSessionLimits(roles).idle / 10, minutes(60));
  if (now - authSession.lastSeenAt >= seldom) touchAuthSession(ctx, authSession.id);
  const owes = owedBy(
    authSession,
    { hasSecondFactor: found.hasSecondFactor, roles },
    readPartnership(ctx).secondFactorRoles,
  );
  return { ...found, authSession, owes, provedLately: now - authSession.provedAt < proofLasts };
}
