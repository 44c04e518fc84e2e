// The notifications room's part of a merge besides the letters: what was chosen of mail, and reminders to come.
import type { Context } from "~/domain/context";
import { takeOverReminders } from "../reminders/clear-reminders.server";
import { takeOverChoices } from "./keep-choices.server";

/** One account of a person takes over what the other chose and is reminded of. @throws Forbidden */
export function takeOverMail(ctx: Context, ids: { fromId: string; intoId: string }): void {
  takeOverChoices(ctx, ids);
  takeOverReminders(ctx, ids);
}
