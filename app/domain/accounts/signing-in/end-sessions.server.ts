// Someone ends their own signed-in sessions: one, all but this one, or all.
import { transact } from "db/client";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { listOwnAuthSessions, ownId } from "../own-account/own-account.server";
import { aboutPerson } from "../people/read-account.server";
import { endAuthSessionById, endAuthSessionsOf } from "./auth.server";

/** How a signed-in session is named on a page: by a part of its id, which tells the browser nothing it could use. */
export const markOfAuthSession = ({ id }: { id: string }) => id.slice(0, 16);

/** One that has ended already, or is somebody else's, changes nothing. @throws Forbidden */
export function endOwnAuthSession(ctx: Context, mark: string): void {
  transact(ctx.db, () => {
    const personId = ownId(ctx);
    const meant = listOwnAuthSessions(ctx).find((own) => markOfAuthSession(own) === mark);
    if (!meant || !endAuthSessionById(ctx, personId, meant.id)) return;
    recordAudit(ctx, { action: "accounts.signed out", ...aboutPerson(personId) });
  });
}

/** @param exceptId the one that goes on; without it the person is signed out here too. @throws Forbidden */
export function endOwnAuthSessions(ctx: Context, exceptId?: string): void {
  transact(ctx.db, () => {
    const personId = ownId(ctx);
    const ended = endAuthSessionsOf(ctx, personId, exceptId);
    if (ended === 0) return;
    const detail = { places: ended };
    recordAudit(ctx, { action: "accounts.signed out everywhere", ...aboutPerson(personId), detail });
  });
}
