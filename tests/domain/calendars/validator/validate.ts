// A strict validator of what this service writes, by RFC 5545 (form), 5546 (what each method needs) and 7986 (feeds).
// Stricter than the standards where calendars disagree: what it does not know is a finding.
import { type Line, type Problem, readLines } from "./lines";
import { forms, inside, needed } from "./values";

export type Component = { name: string; lines: Line[]; parts: Component[] };

/** Everything that is wrong with a calendar's text; nothing: []. */
export function problemsOf(text: string | Buffer): Problem[] {
  const { lines, problems } = readLines(text);
  const calendar = readComponents(lines, problems);
  if (!calendar) return problems;
  judge(calendar, problems);
  judgeMethod(calendar, problems);
  return problems;
}

function readComponents(lines: Line[], problems: Problem[]): Component | null {
  let whole: Component | null = null;
  const open: Component[] = [];
  for (const line of lines) {
    const current = open.at(-1);
    if (line.name === "BEGIN") {
      const part: Component = { name: line.value, lines: [], parts: [] };
      if (current) current.parts.push(part);
      else if (whole) problems.push("more than one calendar");
      else whole = part;
      open.push(part);
    } else if (line.name === "END") {
      if (current?.name !== line.value) problems.push(`END:${line.value} ends nothing`);
      open.pop();
    } else if (current) {
      if (current.parts.length > 0) problems.push(`${line.name} stands behind a component`);
      current.lines.push(line);
    } else problems.push(`${line.name} stands outside`);
  }
  if (open.length > 0) problems.push(`${open.at(-1)?.name} does not end`);
  if (whole?.name !== "VCALENDAR") problems.push("is no calendar");
  return whole;
}

function judge(component: Component, problems: Problem[]): void {
  const { name, lines, parts } = component;
  const known = forms[name];
  if (!known) return void problems.push(`unknown component ${name}`);
  for (const line of lines) {
    const form = known[line.name];
    if (!form) {
      problems.push(`${name} has ${line.name}`);
      continue;
    }
    if (!form.is(line)) problems.push(`${line.name} is not well formed: ${line.value.slice(0, 60)}`);
    for (const [param, value] of Object.entries(form.must ?? {}))
      if (line.params.get(param)?.join() !== value) problems.push(`${line.name} is not ${param}=${value}`);
    for (const [param, values] of line.params) {
      if (form.must && param in form.must) continue;
      const allowed = form.params?.[param];
      if (values.length !== 1 || !allowed?.test(values[0] ?? ""))
        problems.push(`${line.name} has ${param}=${values}`);
    }
  }
  const names = lines.map((line) => line.name);
  for (const property of new Set(names))
    if (property !== "ATTENDEE" && names.indexOf(property) !== names.lastIndexOf(property))
      problems.push(`${name} has ${property} twice`);
  for (const property of needed[name] ?? [])
    if (!names.includes(property)) problems.push(`${name} has no ${property}`);
  for (const part of parts) {
    if (!inside[name]?.includes(part.name)) problems.push(`${part.name} stands in ${name}`);
    judge(part, problems);
  }
  if ((name === "VCALENDAR" || name === "VTIMEZONE") && parts.length === 0)
    problems.push(`${name} has no component`);
}

const all = (component: Component, name: string) => component.lines.filter((line) => line.name === name);
const one = (component: Component, name: string) => all(component, name)[0];

function judgeMethod(calendar: Component, problems: Problem[]): void {
  const method = one(calendar, "METHOD")?.value;
  const entries = calendar.parts.filter(({ name }) => name === "VEVENT");
  const zones = calendar.parts
    .filter(({ name }) => name === "VTIMEZONE")
    .map((zone) => one(zone, "TZID")?.value);
  if (new Set(zones).size !== zones.length) problems.push("a zone is told twice");
  const uids = entries.map((entry) => one(entry, "UID")?.value);
  if (new Set(uids).size !== uids.length) problems.push("a UID stands twice");
  if (method !== "PUBLISH" && entries.length !== 1) problems.push(`${method} with ${entries.length} entries`);
  for (const entry of entries) {
    const [start, end] = [one(entry, "DTSTART"), one(entry, "DTEND")];
    for (const time of [start, end]) {
      const zone = time?.params.get("TZID")?.[0];
      if (zone !== undefined && !zones.includes(zone)) problems.push(`no VTIMEZONE for ${zone}`);
    }
    if (start?.params.get("TZID")?.[0] !== end?.params.get("TZID")?.[0])
      problems.push("begins and ends in different zones");
    else if (start && end && start.value >= end.value) problems.push("ends before it begins");
    if (all(entry, "ORGANIZER").length !== 1) problems.push("not one ORGANIZER");
    const attendees = all(entry, "ATTENDEE").length;
    if (attendees !== (method === "PUBLISH" ? 0 : 1)) problems.push(`${method} with ${attendees} attendees`);
    const status = one(entry, "STATUS")?.value;
    if ((method === "CANCEL" && status !== "CANCELLED") || (method === "REQUEST" && status === "CANCELLED"))
      problems.push(`${method} of an entry that is ${status}`);
  }
}
