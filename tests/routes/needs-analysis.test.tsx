// /needs: for those who plan the programme, one sentence first, and no small count anywhere in what is sent.
import { renderToStaticMarkup } from "react-dom/server";
import { needsWorld } from "tests/domain/needs/needs-world";
import { answerOf, webOf } from "tests/support/web";
import { describe, expect, it } from "vitest";
import { headline, offerInWords, reasonFor, shareOf } from "~/routes/needs/needs-in-words";
import { Needs, type NeedsPage } from "~/routes/needs/needs-page";
import { handle, loader, meta } from "~/routes/needs/route";

function setUp() {
  const world = needsWorld();
  const { visit } = webOf(world.base);
  const open = async (as?: string) => answerOf(loader((await visit("/needs", { as })) as never));
  const crowd = (n: number, name: string, agency: string, had: (id: string) => void = () => {}) => {
    for (let i = 0; i < n; i++) had(world.person(`${name}${i}`, { agency }));
  };
  return { world, open, crowd };
}

/** 40 in the police who hold neglect, 3 of them abuse too; 20 in health who were never trained in it; 6 in housing. */
function partnership() {
  const made = setUp();
  const { world, crowd } = made;
  crowd(37, "p", "police", (id) => world.attended(id, "neglect-day", "2025-03-01"));
  crowd(3, "q", "police", (id) => world.attended(id, "both", "2025-03-01"));
  crowd(20, "h", "health", (id) => world.says(id, "2026-05-01", { neglect: "never" }));
  crowd(6, "o", "housing");
  world.person("unsaid1", { group: null });
  world.person("unsaid2", { group: null });
  return made;
}

const htmlOf = (data: unknown) => renderToStaticMarkup(<Needs page={data as NeedsPage} />);

it("has a title of its own", () => {
  const root = { id: "root", data: { partnership: { serviceName: "Joint training" } } };
  expect(meta({ matches: [root] } as never)).toEqual([{ title: "Training needs – Joint training" }]);
  expect(handle.access).toEqual(["coordinator", "sdg_member"]);
});

it("sends a stranger to sign in, and refuses everyone without the role", async () => {
  const { world, open } = setUp();
  expect(await open()).toMatchObject({ status: 302, to: "/sign-in?to=%2Fneeds" });
  expect((await open(world.person("ann"))).status).toBe(403);
  const others = world.base.person({ roles: ["agency_lead", "trainer", "scrutineer", "admin"] });
  expect((await open(others)).status).toBe(403);
  expect((await open(world.base.person({ roles: ["sdg_member"] }))).status).toBe(200);
  expect((await open(world.coordinator)).status).toBe(200);
});

it("says it in one sentence first", async () => {
  const { world, open } = partnership();
  const html = htmlOf((await open(world.coordinator)).data);
  expect(html).toContain(">Training needs</h1>");
  const sentence = html.indexOf("Of 198 requirements across 66 people,");
  expect(sentence).toBeGreaterThan(0);
  expect(sentence).toBeLessThan(html.indexOf("<h2"));
});

it("sends no count of one to four people, and nothing that gives one away", async () => {
  const { world, open } = partnership();
  const page = (await open(world.coordinator)).data as NeedsPage;
  expect(page.withoutKindOfWork).toBeNull();
  const rows = [...page.competencies, ...page.next, ...(page.agencies?.rows ?? [])];
  const numbers = [
    page.people,
    ...Object.values(page.requirements),
    ...rows.flatMap(({ counts }) => Object.values(counts)),
    ...page.next.map(({ open }) => open),
  ];
  expect(numbers.filter((n) => n !== null && n > 0 && n < 5)).toEqual([]);
  const abuse = page.competencies.find(({ name }) => name === "Domestic abuse");
  // Three hold it and 63 are not known: shown with its total, either would give the three away.
  expect(abuse?.counts).toMatchObject({ required: 66, held: null, unknown: null });
  const html = htmlOf(page);
  expect(html).toContain("Needed by 66 people.");
  expect(page.unranked).toContain("Domestic abuse");
  expect(html).toContain("Not in this order, because their numbers are withheld: ");
  expect(html).toContain("Fewer than 5 people have not said what kind of work they do");
  expect(html.match(/for fewer than 5 people, or for a number/g)).toHaveLength(1);
});

it("shows agencies with few people together", async () => {
  const { world, open, crowd } = partnership();
  crowd(5, "s", "schools");
  const page = (await open(world.coordinator)).data as NeedsPage;
  expect(page.agencies?.rows.map(({ name, people, counts }) => [name, people, counts.required])).toEqual([
    ["Health", 20, 60],
    ["Police", 40, 120],
    ["Other agencies", 11, 33],
  ]);
  expect(htmlOf(page)).toContain("Housing and Schools.");
});

it("says what to put on next, why, what is already on offer, and what cannot be placed", async () => {
  const { world, open, crowd } = setUp();
  crowd(40, "p", "police", (id) => world.attended(id, "both", "2025-03-01"));
  crowd(20, "h", "health", (id) => world.says(id, "2026-05-01", { neglect: "never" }));
  crowd(6, "o", "housing");
  world.session("neglect-day", "2026-07-01", { capacity: 12 });
  const page = (await open(world.coordinator)).data as NeedsPage;
  expect(page.next.map(({ name, open }) => [name, open])).toEqual([
    ["Induction", 66],
    ["Neglect", 26],
    ["Domestic abuse", 26],
  ]);
  const html = htmlOf(page);
  expect(html).toContain(
    "26 of the 66 people who need it (39%) have a gap or are not known: 20 gaps and 6 not known.",
  );
  expect(html).toContain("12 places in 1 session are free until 15 September 2026: 8 fewer than the gap.");
  expect(html).toContain("No course on offer teaches it: one is needed.");
  expect(html).toContain("More is not known than known to be missing in Induction and Domestic abuse.");
  expect(html).toContain('href="/courses/neglect-day"');
  expect(html).toContain("What this cannot tell you");
  expect(html).not.toContain("style=");
});

describe("with nothing to show", () => {
  it("says why", async () => {
    const { world, open } = setUp();
    expect(htmlOf((await open(world.coordinator)).data)).toContain("No needs to show yet");
  });

  it("says that people are too few", async () => {
    const { world, open, crowd } = setUp();
    crowd(9, "p", "police");
    const { data } = await open(world.coordinator);
    expect(data).toMatchObject({ people: null, competencies: [], agencies: null, next: [] });
    expect(htmlOf(data)).toContain("Too few people to show");
  });
});

describe("in words", () => {
  const counts = { required: 200, held: 100, reported: 20, gap: 30, unknown: 50 };

  it("the headline, whole and with something withheld", () => {
    expect(headline({ requirements: counts, people: 50 })).toBe(
      "Of 200 requirements across 50 people, 50% are held, 10% are said to be held and 15% are gaps; we do not know about 25%.",
    );
    expect(headline({ requirements: { ...counts, reported: null, unknown: null }, people: null })).toBe(
      "Of 200 requirements, 50% are held and 15% are gaps; how much we do not know is withheld.",
    );
    expect(headline({ requirements: { ...counts, required: null }, people: 50 })).toContain("withheld");
  });

  it("never rounds someone to nobody, or most to all", () => {
    expect([shareOf(0, 0), shareOf(0, 9), shareOf(1, 900), shareOf(899, 900), shareOf(9, 9)]).toEqual([
      "0%",
      "0%",
      "less than 1%",
      "over 99%",
      "100%",
    ]);
  });

  it("places against the gap", () => {
    const offer = { courses: [], sessions: 2, places: 30, until: "2026-09-15" };
    expect(offerInWords({ offer, counts })).toBe(
      "30 places in 2 sessions are free until 15 September 2026: enough for the gap.",
    );
    expect(offerInWords({ offer, counts: { ...counts, gap: null } })).toBe(
      "30 places in 2 sessions are free until 15 September 2026.",
    );
    expect(offerInWords({ offer: { ...offer, places: 0 }, counts })).toBe(
      "No places are free until 15 September 2026.",
    );
    const one = { ...offer, places: 1, sessions: 1 };
    expect(offerInWords({ offer: one, counts })).toBe(
      "1 place in 1 session is free until 15 September 2026: 29 fewer than the gap.",
    );
    expect(
      reasonFor({ id: "x", name: "x", boards: [], offer, open: 80, counts: { ...counts, gap: null } }),
    ).toBe("80 of the 200 people who need it (40%) have a gap or are not known.");
  });
});
