// What a calendar program sends back when somebody declines an invitation (RFC 5546, section 3.2.3).

/** The answer to an entry that asks for one; null for an entry that does not. @param from whose calendar it is */
export function declineOf(calendar: string, from: string): string | null {
  const lines = calendar.replace(/\r?\n[ \t]/g, "").split(/\r?\n/);
  const line = (name: string) => lines.find((one) => one.startsWith(`${name}:`));
  const [uid, sequence, organizer] = [
    line("UID"),
    line("SEQUENCE"),
    lines.find((one) => one.startsWith("ORGANIZER")),
  ];
  if (line("METHOD") !== "METHOD:REQUEST" || !uid || !organizer) return null;
  if (!lines.some((one) => one.startsWith("ATTENDEE") && one.includes("RSVP=TRUE"))) return null;
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Mail tray//EN",
    "METHOD:REPLY",
    "BEGIN:VEVENT",
    uid,
    sequence ?? "SEQUENCE:0",
    ...lines.filter((one) => one.startsWith("DTSTAMP:")).slice(0, 1),
    organizer,
    `ATTENDEE;PARTSTAT=DECLINED:mailto:${from}`,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}
