// How a letter fared, from what we know and what the provider said. Safe in a browser.
import type { outbox } from "db/schema";
import type { ReportKind } from "../reports/report-reading";

type Row = typeof outbox.$inferSelect;

export type Fate =
  | "waiting"
  | "sent"
  | "delayed"
  | "delivered"
  | "opened"
  | "came back"
  | "came back for now"
  | "called unwanted"
  | "failed"
  | "unsure"
  | NonNullable<Row["droppedBecause"]>;

export type SaidOfLetter = { kind: ReportKind; lasting: boolean | null; at: number };

/** The weightiest first: a letter that was delivered may still come back, and reports arrive in any order. */
const weight: readonly ReportKind[] = [
  "complained",
  "bounced",
  "opened",
  "delivered",
  "failed",
  "delayed",
  "sent",
];

const fateSaid: Record<ReportKind, Fate> = {
  complained: "called unwanted",
  bounced: "came back",
  opened: "opened",
  delivered: "delivered",
  failed: "failed",
  delayed: "delayed",
  sent: "sent",
};

/** What became of a letter, and when; the provider's word counts for more than what we saw ourselves. */
export function fateOf(
  letter: Pick<Row, "state" | "droppedBecause" | "sentAt">,
  said: readonly SaidOfLetter[],
): { fate: Fate; at: number | null } {
  const [word] = [...said].sort((a, b) => weight.indexOf(a.kind) - weight.indexOf(b.kind) || b.at - a.at);
  if (word) {
    const passing = word.kind === "bounced" && !word.lasting;
    return { fate: passing ? "came back for now" : fateSaid[word.kind], at: word.at };
  }
  if (letter.state === "dropped") return { fate: letter.droppedBecause ?? "no longer true", at: null };
  if (letter.state === "sending") return { fate: "waiting", at: null };
  return { fate: letter.state, at: letter.sentAt };
}
