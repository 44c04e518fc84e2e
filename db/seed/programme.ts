// A running year of sessions around now: what is put on, when, where and for how many. What happens at them is in lives.ts.

import { DateTime } from "luxon";
import { addDays, type CivilDate, civilDateAt, instantOf, london, type WallTime } from "~/shared/civil-time";
import { hours } from "~/shared/clock";
import { blackpool } from "./blackpool";
import { venueIdAt } from "./offer";
import { type Row, type Situation, year } from "./year";

/** Wall times, where and over how many days, by the course's slug; the rest are whole days. */
const briefing = { start: "12:30", end: "13:00", online: true, days: 1 };
const online = { start: "09:30", end: "10:30", online: true, days: 1 };
const morning = { start: "09:30", end: "13:00", online: false, days: 1 };
const afternoon = { start: "13:00", end: "16:30", online: false, days: 1 };
const wholeDay = { start: "09:30", end: "16:30", online: false, days: 1 };
const times: Record<string, typeof wholeDay> = {
  "learning-from-reviews": briefing,
  "missing-from-home": online,
  "impact-chronology": morning,
  "working-well": afternoon,
  "making-safeguarding-personal": morning,
  "neglect-gcp2": { ...wholeDay, days: 2 },
};

type PlannedMeeting = { date: CivilDate; startTime: WallTime; endTime: WallTime };

export type PlannedSession = {
  /** Names its streams of chance. */
  key: string;
  course: string;
  mode: "in person" | "online" | "hybrid";
  venueId: string | null;
  joiningLink: string | null;
  capacity: number;
  onlineCapacity: number | null;
  minimum: number | null;
  decideBy: number | null;
  team: Row["team"] | null;
  wanted: number;
  meetings: PlannedMeeting[];
  startsAt: number;
  endsAt: number;
  /** It has not started yet. */
  coming: boolean;
  opensAt: number;
  closesAt: number;
  situation: Situation | null;
  guests: readonly string[];
  shortOfTrainers: boolean;
  status: "draft" | "published";
};

/** The year's sessions, `scale` times over; the copies are on other days and are ordinary sessions. Pure. */
export function planProgramme({ now, scale }: { now: number; scale: number }): PlannedSession[] {
  const taken = new Set<string>();
  return Array.from({ length: scale }).flatMap((_, copy) =>
    year.map((first, index) => {
      const planned = copy === 0 ? first : copyOf(first, copy);
      const key = `session ${copy}.${index + 1}`;
      const meetings = meetingsOf(planned, now);
      const startsAt = Math.min(...meetings.map((meeting) => instantOf(meeting.date, meeting.startTime)));
      const endsAt = Math.max(...meetings.map((meeting) => instantOf(meeting.date, meeting.endTime)));
      const firstDay = meetings[0]?.date ?? "";
      const isOnline = (times[planned.course] ?? wholeDay).online;
      const link = `https://meet.example.org/${planned.course}-${firstDay}`;
      return {
        key,
        course: planned.course,
        mode: isOnline
          ? ("online" as const)
          : planned.onlinePlaces
            ? ("hybrid" as const)
            : ("in person" as const),
        venueId: isOnline ? null : freeVenue(taken, index + copy, meetings),
        joiningLink: isOnline || planned.onlinePlaces ? link : null,
        onlineCapacity: planned.onlinePlaces ?? null,
        minimum: planned.minimum ?? null,
        decideBy: planned.minimum ? instantOf(addDays(civilDateAt(now), 1), "17:00") : null,
        team: planned.team ?? null,
        capacity: planned.places ?? (isOnline ? 40 : Math.max(16, Math.ceil(planned.wanted / 4) * 4 + 4)),
        wanted: planned.wanted,
        meetings,
        startsAt,
        endsAt,
        coming: startsAt > now,
        opensAt: Math.min(
          instantOf(addDays(firstDay, -70), "10:00"),
          instantOf(addDays(civilDateAt(now), -9), "10:00"),
        ),
        closesAt: instantOf(addDays(firstDay, -1), "12:00"),
        situation: planned.situation ?? null,
        guests: planned.guests ?? [],
        shortOfTrainers: planned.shortOfTrainers ?? false,
        status: planned.draft ? ("draft" as const) : ("published" as const),
      };
    }),
  );
}

/** The same course in another week, on the same side of now. */
function copyOf(
  { situation: _, guests: _guests, team: _team, minimum: _minimum, ...first }: Row,
  copy: number,
): Row {
  const week = first.week < 0 ? -1 - ((-first.week - 1 + copy * 5) % 46) : 1 + ((first.week + copy * 4) % 11);
  return { ...first, week, day: (first.day + copy) % 4 };
}

const on = (date: CivilDate) => DateTime.fromISO(date, { zone: "utc" });
const isWeekend = (date: CivilDate) => on(date).weekday > 5;

/** The nearest day from Monday to Friday after (or before) a date. */
function weekday(date: CivilDate, step: 1 | -1): CivilDate {
  const next = addDays(date, step);
  return isWeekend(next) ? weekday(next, step) : next;
}

function meetingsOf({ course, week, day, situation }: Row, now: number): PlannedMeeting[] {
  const today = civilDateAt(now);
  const { start, end, days } = times[course] ?? wholeDay;
  if (situation === "register open") {
    return [openNow(now), { date: weekday(today, 1), startTime: start, endTime: end }];
  }
  const monday = addDays(today, 1 - on(today).weekday + week * 7);
  const first =
    situation === "just finished" ? weekday(today, -1) : outsideChristmas(addDays(monday, day), week);
  const dates = days === 1 ? [first] : [first, weekday(first, 1)];
  return dates.map((date) => ({ date, startTime: start, endTime: end }));
}

/** Nothing is put on from 20 December to 2 January: two weeks earlier if it is past, else two weeks later. */
function outsideChristmas(date: CivilDate, week: number): CivilDate {
  const day = date.slice(5);
  return day >= "12-20" || day <= "01-02" ? addDays(date, week < 0 ? -14 : 14) : date;
}

/**
 * A meeting that has been running for about an hour, whenever now is: it begins on a quarter hour of today and ends
 * today, so that its register can be tried at once.
 */
function openNow(now: number): PlannedMeeting {
  const date = civilDateAt(now);
  const anHourAgo = DateTime.fromMillis(now - hours(1), { zone: london });
  const quarter = anHourAgo.set({ minute: Math.floor(anHourAgo.minute / 15) * 15 });
  const startTime = civilDateAt(now - hours(1)) === date ? quarter.toFormat("HH:mm") : "00:00";
  const [hour = 0] = startTime.split(":").map(Number);
  const endTime = hour + 6 < 24 ? `${String(hour + 6).padStart(2, "0")}${startTime.slice(2)}` : "23:45";
  return { date, startTime, endTime };
}

/** A venue that nobody has on these days; the least bad one where all are taken. */
function freeVenue(taken: Set<string>, first: number, meetings: { date: CivilDate }[]): string {
  const count = blackpool.venues.length;
  const inTurn = Array.from({ length: count }, (_, turn) => venueIdAt((first + turn) % count));
  const isFree = (id: string) => meetings.every(({ date }) => !taken.has(`${id} ${date}`));
  const id = inTurn.find(isFree) ?? inTurn[0] ?? "";
  for (const { date } of meetings) taken.add(`${id} ${date}`);
  return id;
}
