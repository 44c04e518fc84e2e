// The ways a letter can leave: by Resend, by an organisation's relay, or into the mail tray of a demonstration.
import { setTimeout as pause } from "node:timers/promises";
import type { LetterBytes } from "../notifications";

export type Letter = LetterBytes & {
  id: string;
  /** The same for every try of one letter: a side that remembers keys sends it once. */
  key: string;
  to: string;
  from: string;
};

export type Outcome =
  /** `id`: what the other side calls it. */
  | { outcome: "sent"; id?: string }
  /** Another try is safe. `afterMs`: the other side asked all letters to wait that long. */
  | { outcome: "try again"; problem: string; afterMs?: number }
  /** It may have left, and another try could send a second copy. */
  | { outcome: "in doubt"; problem: string }
  /** It did not leave, and never will as it is. */
  | { outcome: "refused"; problem: string };

export type Transport = {
  name: string;
  /** The other side knows a letter by its key, so that a try whose end nobody saw can be made again. */
  remembersKeys: boolean;
  /**
   * The outbox is its tray: even letters with a secret in them are kept there, and none waits for working hours. Only in
   * a demonstration.
   */
  keepsLetters?: boolean;
  send(letter: Letter): Promise<Outcome>;
};

/** Says sent and keeps nothing: the outbox row itself holds the bytes, and the mail tray shows them. */
export const mailTray: Transport = {
  name: "mail tray",
  remembersKeys: true,
  keepsLetters: true,
  send: async () => ({ outcome: "sent" }),
};

/** Lets one through at a time, so many milliseconds apart. */
export function pace(spacingMs: number): () => Promise<void> {
  let free: Promise<unknown> = Promise.resolve();
  return () => {
    const turn = free.then(() => undefined);
    free = turn.then(() => pause(spacingMs));
    return turn;
  };
}

/** By what a letter can be told to be unwanted with one press (RFC 8058). Only optional mail has it. */
export const stopHeaders = ({ unsubscribeUrl }: Letter): Record<string, string> | undefined =>
  unsubscribeUrl
    ? {
        "List-Unsubscribe": `<${unsubscribeUrl}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }
    : undefined;

/** What the calendar part of a letter is called where it stands among the attachments. */
export const calendarName = ({ method }: NonNullable<LetterBytes["calendar"]>) =>
  method === "REQUEST" ? "invitation.ics" : "cancellation.ics";
