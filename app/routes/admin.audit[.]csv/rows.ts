// An entry as a row of the file: what the page says in words, and the ids and names of deeds that a machine can sort by.
import type { AuditLine } from "~/domain/audit/audit";

export const columns = [
  "Entry",
  "When (London)",
  "When (UTC)",
  "Who",
  "Who (id)",
  "What",
  "Detail",
  "About",
  "About (id)",
  "Done to",
  "Done to (kind)",
  "Done to (id)",
  "Screen",
  "Action",
] as const;

// Fifty thousand rows: the one formatter is kept, and its Swedish way of writing a date sorts.
const inLondon = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/London",
  dateStyle: "short",
  timeStyle: "medium",
});

export function rowOf(line: AuditLine): Record<(typeof columns)[number], string | number | null> {
  const { by, about, subject } = line;
  const known = typeof by === "object" ? by : null;
  return {
    Entry: line.id,
    "When (London)": inLondon.format(line.at),
    "When (UTC)": new Date(line.at).toISOString(),
    Who: known?.name ?? (by === null ? "Someone not signed in" : "The service itself"),
    "Who (id)": known?.personId ?? null,
    What: line.deed,
    Detail: line.detail,
    About: about?.name ?? null,
    "About (id)": about?.personId ?? null,
    "Done to": subject.label,
    "Done to (kind)": subject.kind,
    "Done to (id)": subject.id,
    Screen: line.screen,
    Action: line.action,
  };
}
