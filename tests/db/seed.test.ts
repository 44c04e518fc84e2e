// The demonstration on an ordinary Tuesday: who can sign in, what there is, and what people answered.
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Db, openDatabase } from "db/client";
import { seedDemonstration } from "db/seed/demonstration";
import reference from "db/seed/reference/partnership.json";
import signIns from "db/seed/sign-ins.json";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { findSignedInPerson, listBoards, readPerson, signIn } from "~/domain/accounts/accounts.server";
import { listCompetencies } from "~/domain/catalogue/catalogue.server";
import { type Context, stranger } from "~/domain/context";
import { listPool } from "~/domain/trainers/trainers.server";
import { addDays, civilDateAt } from "~/shared/civil-time";
import { fixedClock } from "~/shared/clock";
import { countedIds } from "~/shared/ids";

/** Tuesday 24 November 2026, 10:00 in London. */
const now = Date.UTC(2026, 10, 24, 10);

const folder = mkdtempSync(join(tmpdir(), "seed-test-"));
let db: Db;
beforeAll(async () => {
  const path = join(folder, "tuesday.db");
  copyFileSync(inject("migratedDatabase"), path);
  db = openDatabase(path);
  await seedDemonstration(db, { now, scale: 1 });
});
afterAll(() => {
  db.$client.close();
  rmSync(folder, { recursive: true, force: true });
});

const all = <Row>(sql: string) => db.$client.prepare<[], Row>(sql).all();
const personId = (email: string) => {
  const row = db.$client
    .prepare<[string], { id: string }>("select id from people where email = ?")
    .get(email);
  if (!row) throw new Error(`Nobody has the address ${email}.`);
  return row.id;
};

describe("the sign-ins", () => {
  const roles: Record<string, string[]> = {
    "practitioner@example.org": [],
    "practitioner2@example.org": [],
    "manager@example.org": ["line_manager"],
    "lead@example.org": ["agency_lead"],
    "trainer@example.org": ["trainer"],
    "trainer2@example.org": ["trainer"],
    "coordinator@example.org": ["coordinator"],
    "sdg@example.org": ["sdg_member"],
    "scrutineer@example.org": ["scrutineer"],
    "admin@example.org": ["admin"],
    "learner0001@example.org": [],
    "learner0400@example.org": [],
  };

  it("are those of the design, with the roles that their names say", () => {
    const held = Object.keys(roles).map((email) => {
      const actor = findSignedInPerson({ db }, personId(email))?.actor;
      return [email, actor?.kind === "person" ? [...actor.roles] : null];
    });
    expect(Object.fromEntries(held)).toEqual(roles);
    expect(all("select 1 from people where email like 'learner%'")).toHaveLength(400);
  });

  it("open with the one known password, and with no other", async () => {
    const ctx: Context = {
      db,
      clock: fixedClock(now),
      ids: countedIds("test"),
      actor: stranger,
      screen: "test",
    };
    for (const email of ["practitioner@example.org", "admin@example.org", "learner0400@example.org"]) {
      expect((await signIn(ctx, { email, password: "demo-training-2026", device: null })).ok).toBe(true);
    }
    expect(
      (await signIn(ctx, { email: "admin@example.org", password: "demo-training-2025", device: null })).ok,
    ).toBe(false);
  });

  it("include a line manager with people and an agency lead with colleagues who are booked", () => {
    expect(readPerson({ db }, personId("practitioner@example.org")).lineManagerEmail).toBe(
      "manager@example.org",
    );
    const colleagues = all<{ email: string }>(
      `select distinct p.email from bookings b join people p on p.id = b.person_id join sessions s on s.id = b.session_id
       where b.state = 'confirmed' and s.starts_at > ${now}
         and p.agency_id = (select agency_id from people where email = 'lead@example.org')`,
    );
    expect(colleagues.length).toBeGreaterThan(5);
  });

  it("are told about in the list that the demonstration prints", () => {
    expect(signIns.password).toBe("demo-training-2026");
    expect(signIns.people.map(({ email }) => email)).toEqual(Object.keys(roles).slice(0, 10));
  });
});

describe("the partnership", () => {
  it("has the boards, groups, agencies and kinds of review of the reference", () => {
    const names = (table: string) =>
      all<{ name: string }>(`select name from ${table}`).map(({ name }) => name);
    for (const [table, those] of [
      ["boards", reference.boards],
      ["strategic_delivery_groups", reference.strategic_delivery_groups],
      ["agencies", reference.agencies],
      ["learning_source_kinds", reference.learning_sources],
    ] as const) {
      expect(names(table).sort(), table).toEqual(those.map(({ name }) => name).sort());
    }
  });

  it("has the offer of the reference, each course with its words and its boards", () => {
    const courses = all<{
      id: string;
      title: string;
      summary: string;
      minutes: number;
      outcomes: number;
      taught: number;
    }>(
      `select id, title, summary, minutes,
         (select count(*) from course_outcomes o where o.course_id = c.id) as outcomes,
         (select count(*) from course_competencies t where t.course_id = c.id) as taught
       from courses c where offered`,
    );
    expect(courses.map(({ title }) => title).sort()).toEqual(
      reference.offer_2025_26.map(({ title }) => title).sort(),
    );
    for (const course of courses) {
      expect(course.outcomes, course.title).toBeGreaterThanOrEqual(3);
      expect(course.taught, course.title).toBeGreaterThanOrEqual(1);
      expect(course.summary.length, course.title).toBeGreaterThan(60);
    }
  });

  it("teaches every competency, and requires each of someone", () => {
    for (const { id } of listCompetencies({ db })) {
      expect(
        all(`select 1 from course_competencies where competency_id = '${id}'`).length,
        id,
      ).toBeGreaterThan(0);
      expect(all(`select 1 from requirements where competency_id = '${id}'`).length, id).toBeGreaterThan(0);
    }
  });

  it("has boards with a shape of their own in a colour that can be read on white", () => {
    const boards = listBoards({ db });
    expect(new Set(boards.map(({ shape }) => shape)).size).toBe(3);
    for (const { colour } of boards) expect(contrastOnWhite(colour), colour).toBeGreaterThanOrEqual(4.5);
  });

  it("keeps the two files of 2023 as its history", () => {
    expect(all("select 1 from recorded_deliveries")).toHaveLength(51);
    expect(all("select 1 from practice_measure_points")).toHaveLength(32);
  });

  it("has a pool of trainers, two with lived experience, one approval about to end", () => {
    const pool = listPool({ db });
    expect(pool).toHaveLength(10);
    expect(pool.filter(({ kind }) => kind === "lived experience").map(({ name }) => name)).toEqual([
      "Parent trainer A",
      "Parent trainer B",
    ]);
    const soon = pool.flatMap(({ approvals }) =>
      approvals.filter(({ until }) => until < addDays(civilDateAt(now), 60)),
    );
    expect(soon).toHaveLength(1);
  });
});

describe("what people answered", () => {
  type Change = { slug: string; pairs: number; change: number };
  const changes = (item: string) =>
    new Map(
      all<Change>(
        `select c.slug, count(distinct b.id) as pairs, avg(t2.value - t0.value) as change
         from bookings b join sessions s on s.id = b.session_id join courses c on c.id = s.course_id
         join respondents r on r.booking_id = b.id
         join answers t0 on t0.respondent_id = r.id and t0.stage = 'T0'
         join answers t2 on t2.respondent_id = r.id and t2.stage = 'T2' and t2.item_id = t0.item_id
         join items i on i.id = t0.item_id and i.kind = 'confidence'
         where i.id like '${item}' group by c.slug`,
      ).map((row) => [row.slug, row]),
    );

  it("shows a gain on most courses, hardly any on one, and a fall on one question of one", () => {
    const overall = changes("%");
    const gains = [...overall.values()].filter(
      ({ pairs, change }) => pairs >= 10 && change > 1.2 && change < 2.5,
    );
    expect(gains.length).toBeGreaterThanOrEqual(6);
    expect(Math.abs(overall.get("motivational-interviewing")?.change ?? 9)).toBeLessThan(0.5);
    expect(changes("item-challenge-1").get("impact-chronology")?.change).toBeLessThan(-0.5);
  });

  it("is too little to show for one course, and too little to publish for another", () => {
    const overall = changes("%");
    expect(overall.get("gcp2-antenatal")?.pairs).toBeLessThan(5);
    expect(overall.get("child-sexual-abuse-pathway")?.pairs).toBeGreaterThanOrEqual(5);
    expect(overall.get("child-sexual-abuse-pathway")?.pairs).toBeLessThan(10);
  });

  it("comes from most people before and most of those who came after", () => {
    const [rates] = all<{ before: number; after: number; noShow: number }>(
      `select avg(exists (select 1 from evaluation_receipts r where r.booking_id = b.id and r.stage = 'T0')) as before,
         avg(case when b.state <> 'did not attend'
           then exists (select 1 from evaluation_receipts r where r.booking_id = b.id and r.stage = 'T2') end) as after,
         avg(b.state = 'did not attend') as noShow
       from bookings b join sessions s on s.id = b.session_id
       where b.state in ('attended', 'partly attended', 'did not attend') and s.ends_at < ${now} - 5 * 86400000`,
    );
    expect(rates?.before).toBeCloseTo(0.85, 1);
    expect(rates?.after).toBeCloseTo(0.75, 1);
    expect(rates?.noShow).toBeCloseTo(0.06, 1);
  });
});

function contrastOnWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
