// The audit trail learns that somebody was refused who came by single sign-on, whoever they were.
import { transact } from "db/client";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";

/** @param personId whose account it was; blank where nothing was believed */
export function noteRefusedSignOn(ctx: Context, personId: string | null = null): void {
  transact(ctx.db, () =>
    recordAudit(ctx, {
      action: "accounts.sign-in refused",
      subjectKind: "person",
      subjectId: personId ?? "unknown",
      aboutPersonId: personId,
      detail: { reason: "single sign-on" },
    }),
  );
}
