// A year of a far larger partnership than any: 500 courses, 5,000 sessions and a million responses, made set-wise.
import type { Db } from "db/client";
import { openDatabase } from "db/client";
import { migrateToLatest } from "db/migrations";
import { agencies, boards, courses, partnership, roleGroups, themes } from "db/schema";
import { confidenceItems, loadInstruments, reactionItems } from "db/seed/instruments";
import { startOfDay } from "~/shared/civil-time";
import { days, hours } from "~/shared/clock";

export const size = { courses: 500, sessions: 5000, learners: 80, agencies: 12, people: 20_000 };
/** Sessions whose learners book in the same weeks, so that their rows lie mixed. */
const mixed = 100;
export const bigYear = { label: "2025-26", from: "2025-04-01", until: "2026-04-01" };
/** Everything has closed by then. */
export const afterwards = startOfDay("2027-06-01");

/** Makes the file; takes the better part of a minute. */
export function makeMillion(path: string): void {
  const db = openDatabase(path);
  migrateToLatest(db);
  const sql = db.$client;
  sql.pragma("foreign_keys = OFF");
  sql.pragma("journal_mode = OFF");
  sql.pragma("synchronous = OFF");
  sql.pragma("cache_size = -2000000");
  sql.transaction(() => {
    loadOffer(db);
    loadSessions(db);
    loadPeople(db);
    loadAnswers(db);
  })();
  sql.exec("analyze");
  sql.pragma("journal_mode = WAL");
  sql.close();
}

const many = (count: number) =>
  `with recursive counted(i) as (select 0 union all select i + 1 from counted where i < ${count - 1})`;
/** A text as long as a real id, in the order of numbers. */
const idOf = (number: string) => `printf('%08x-0000-7000-8000-%012x', ${number}, ${number})`;
/** Scattered like chance, and the same each time. */
const scattered = (seed: string, below: number) =>
  `(((${seed}) * 2654435761 % 4294967296) / 65536 % ${below})`;

function loadOffer(db: Db): void {
  const look = { logoPath: "/mark.svg", brandColour: "#0b5772" };
  const contact = { contactName: "the unit", contactEmail: "unit@example.org" };
  const names = { name: "A large partnership", serviceName: "Training", place: "Largeford" };
  db.insert(partnership)
    .values({ id: 1, ...names, ...contact, ...look })
    .run();
  const mark = { concern: "children", shape: "circle", colour: "#0b5772" } as const;
  for (const [index, code] of ["ONE", "TWO", "THREE"].entries())
    db.insert(boards)
      .values({ code, name: `Board ${code}`, ...mark, position: index })
      .run();
  for (let i = 0; i < size.agencies; i++)
    db.insert(agencies)
      .values({ id: `agency-${i}`, name: `Agency ${i}`, sector: "health" })
      .run();
  db.insert(roleGroups).values({ id: "front", name: "Front line", description: "", position: 1 }).run();
  for (let i = 0; i < 10; i++)
    db.insert(themes)
      .values({ slug: `theme-${i}`, name: `Theme ${i}`, years: "2025", position: i })
      .run();
  loadInstruments(db);
  for (let i = 0; i < size.courses; i++) {
    const id = `course-${i}`;
    const text = { title: `Course ${i}`, summary: "", audience: "", activityType: "day" };
    db.insert(courses)
      .values({ id, slug: id, ...text, themeSlug: `theme-${i % 10}`, minutes: 360, offered: true })
      .run();
    db.$client.prepare("insert into course_boards values (?, ?)").run(id, ["ONE", "TWO", "THREE"][i % 3]);
  }
}

function loadSessions({ $client: sql }: Db): void {
  const first = startOfDay(bigYear.from);
  const start = `${first} + (i * 364 / ${size.sessions}) * ${days(1)} + ${hours(9)}`;
  sql.exec(`${many(size.sessions)}
    insert into sessions (id, course_id, status, mode, capacity, booking_closes_at, starts_at, ends_at,
      created_at, updated_at, revision)
    select 'session-' || i, 'course-' || (i % ${size.courses}), 'delivered', 'online', ${size.learners},
      ${start}, ${start}, ${start} + ${hours(7)}, 0, 0, 0 from counted`);
  sql.exec(`insert into meetings (id, session_id, number, date, start_time, end_time, zone, starts_at, ends_at)
    select 'meeting-' || id, id, 1, date(starts_at / 1000, 'unixepoch'), '09:00', '16:00', 'Europe/London',
      starts_at, ends_at from sessions`);
  sql.exec(`insert into registers (meeting_id, taken_at, taken_by)
    select id, ends_at, 'nobody' from meetings`);
}

function loadPeople({ $client: sql }: Db): void {
  sql.exec(`${many(size.people)}
    insert into people (id, email, name, agency_id, agency_standing, role_group_id, created_at)
    select ${idOf("i")}, i || '@example.org', 'Learner ' || i, 'agency-' || ${scattered("i", size.agencies)},
      'confirmed', 'front', 0 from counted`);
  // Learner n of session s, in the order in which they booked.
  sql.exec(`${many(size.sessions * size.learners)}
    , placed(i, s, n) as (select i, i / ${mixed * size.learners} * ${mixed} + i % ${mixed},
      i / ${mixed} % ${size.learners} from counted)
    insert into bookings (id, reference, session_id, person_id, state, created_at, updated_at)
    select ${idOf("i")}, i, 'session-' || s, ${idOf(`(s * 97 + n) % ${size.people}`)},
      'attended', 0, 0 from placed`);
  sql.exec(`insert into respondents (id, booking_id, session_id, agency_id)
    select '1' || substr(b.id, 2), b.id, b.session_id, p.agency_id
    from bookings b join people p on p.id = b.person_id order by b.id`);
}

function loadAnswers({ $client: sql }: Db): void {
  // 76 + 75 + 49 of 80: two hundred responses a session.
  const stages = [
    { stage: "T0", of: 76, from: 3 },
    { stage: "T2", of: 75, from: 5 },
    { stage: "T3", of: 49, from: 4 },
  ];
  for (const [order, { stage, of, from }] of stages.entries()) {
    const n = `((rowid * 31 + ${order * 7}) % ${size.learners})`;
    const score = `(min(10, ${from} + ${scattered(`rowid * 3 + ${order}`, 31)} / 6.0))`;
    sql.exec(`insert into responses (respondent_id, stage, instrument_id, submitted_at, confidence, scenarios)
      select id, '${stage}', 'instrument-${stage}-1', 0, ${score},
        ${scattered(`rowid * 5 + ${order}`, 4)} / 3.0
      from respondents where ${n} < ${of} order by id`);
  }
  const asked = (stage: string) => [
    ...confidenceItems.map(({ id }) => ({ id, from: stage === "T0" ? 3 : 5, points: 6 })),
    ...(stage === "T2" ? reactionItems.map(({ id }) => ({ id, from: 1, points: 5 })) : []),
  ];
  sql.exec("create temp table asked (stage, item_id, lowest, points, number)");
  let number = 0;
  for (const { stage } of stages)
    for (const { id, from, points } of asked(stage))
      sql.prepare("insert into asked values (?, ?, ?, ?, ?)").run(stage, id, from, points, number++);
  sql.exec(`insert into answers (respondent_id, stage, item_id, value)
    select r.respondent_id, r.stage, a.item_id, a.lowest + ${scattered("r.rowid * 13 + a.number * 7919", 4096)} % a.points
    from responses r cross join asked a on a.stage = r.stage
    order by r.respondent_id, r.stage, a.item_id`);
}
