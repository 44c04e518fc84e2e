// Recovery codes stand in for the app when it is lost. They are shown once; only their SHA-256 is kept.
import { transact } from "db/client";
import { recoveryCodes } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { done, type Result, refused } from "~/shared/result";
import { ownId } from "../own-account/own-account.server";
import { tellOfChange } from "../own-account/tell-of-change.server";
import { aboutPerson } from "../people/read-account.server";
import { readPerson } from "../queries.server";
import { recoveryCodeFrom, recoveryCodeHash } from "./second-factor";
import { standingOfFactor } from "./set-up-second-factor.server";

const howMany = 10;

/** New codes instead of all earlier ones, inside the caller's transaction. */
export function replaceRecoveryCodes(ctx: Context, personId: string): string[] {
  const codes = Array.from({ length: howMany }, () => recoveryCodeFrom(ctx.ids.secret()));
  const madeAt = ctx.clock.now();
  ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId)).run();
  ctx.db
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ personId, codeHash: recoveryCodeHash(code), madeAt })))
    .run();
  return codes;
}

/** @returns the codes, which can never be read again; a refusal for someone without a second factor. @throws Forbidden */
export function makeRecoveryCodes(ctx: Context): Result<{ recoveryCodes: string[] }, "not on"> {
  const personId = ownId(ctx);
  return transact(ctx.db, () => {
    if (standingOfFactor(ctx, personId).is !== "on") return refused("not on");
    const codes = replaceRecoveryCodes(ctx, personId);
    recordAudit(ctx, {
      action: "accounts.recovery codes made",
      ...aboutPerson(personId),
    });
    tellOfChange(ctx, readPerson(ctx, personId), "recovery codes");
    return done({ recoveryCodes: codes });
  });
}
