// Someone is told that how they sign in has changed, in case it was somebody else who changed it.
import type { Context } from "~/domain/context";
import type { AccountChange } from "~/domain/notifications/notifications";
import { postMessage } from "~/domain/notifications/notifications.server";

/** Inside the caller's transaction. @param person.email where the letter goes: the old address, too, when that changed */
export function tellOfChange(
  ctx: Context,
  person: { id: string; name: string; email: string },
  change: AccountChange,
): void {
  postMessage(ctx, {
    kind: "account changed",
    key: `account-changed/${ctx.ids.id()}`,
    to: { personId: person.id, email: person.email },
    facts: { personName: person.name, change, at: ctx.clock.now() },
  });
}
