// /my/needs: how I stand first, then a form that keeps what was typed, saves once and says so.
import { selfAssessmentAnswers, selfAssessments } from "db/schema";
import { renderToStaticMarkup } from "react-dom/server";
import { needsWorld } from "tests/domain/needs/needs-world";
import { answerOf, webOf } from "tests/support/web";
import { describe, expect, it } from "vitest";
import { MyNeeds, type MyNeedsPage } from "~/routes/my.needs/my-needs";
import { renewalInWords, statusInWords, summaryInWords } from "~/routes/my.needs/needs-in-words";
import { action, handle, loader, meta } from "~/routes/my.needs/route";
import type { FormState } from "~/shared/form-state";

function setUp() {
  const world = needsWorld();
  world.person("ann");
  world.attended("ann", "neglect-day", "2024-03-12");
  world.says("ann", "2026-05-01", { abuse: "never" }, 4);
  const { visit } = webOf(world.base);
  const open = async (as?: string, query = "") =>
    answerOf(loader((await visit(`/my/needs${query}`, { as })) as never));
  const send = async (form: Record<string, string>, as?: string) =>
    answerOf(action((await visit("/my/needs", { as, form })) as never));
  return { world, open, send };
}

const htmlOf = (data: unknown, form?: FormState) =>
  renderToStaticMarkup(<MyNeeds page={data as MyNeedsPage} form={form} />);
const formIn = (data: unknown) => (data as { form: FormState }).form;

it("has a title of its own and is for anyone signed in", () => {
  const root = { id: "root", data: { partnership: { serviceName: "Joint training" } } };
  expect(meta({ matches: [root] } as never)).toEqual([{ title: "What my role needs – Joint training" }]);
  expect(handle.access).toBe("signed in");
});

it("sends a stranger to sign in and back", async () => {
  const { open, send } = setUp();
  expect(await open()).toMatchObject({ status: 302, to: "/sign-in?to=%2Fmy%2Fneeds" });
  expect(await send({ "trained-neglect": "never" })).toMatchObject({ status: 302, to: "/sign-in" });
});

it("says how I stand in words, most urgent first, with what to book", async () => {
  const { world, open } = setUp();
  const session = world.session("abuse-day", "2026-07-01", { capacity: 8 });
  const html = htmlOf((await open("ann")).data);
  expect(html).toContain(">What my role needs</h1>");
  expect(html).toContain("Of 3 requirements, 1 is in date, 1 is a gap and 1 is not known.");
  expect(html).toContain("You told us on 1 May 2026 that you have not been trained in this.");
  expect(html).toContain(`href="/sessions/${session}"`);
  expect(html).toContain("Domestic abuse day, 1 July 2026");
  expect(html).toContain("8 places left");
  expect(html).toContain("We do not know yet.");
  expect(html).toContain("No course on offer teaches this yet.");
  expect(html).toContain("In date. Renew by 12 March 2027.");
  // In date for most of a year: the course, not a place that someone else may need now.
  expect(html).toContain('href="/courses/neglect-third"');
  expect(html.indexOf("Gap")).toBeLessThan(html.indexOf("Not known"));
  expect(html).toContain("On 1 May 2026 you said: never.");
  expect(html).toContain("On 1 May 2026 you said 4.");
  expect(html).not.toContain("style=");
  expect(html).not.toContain("<script");
});

it("shows a place I have instead of more to book", async () => {
  const { world, open } = setUp();
  const place = world.booking(world.session("abuse-day", "2026-07-01"), "ann", "confirmed");
  const html = htmlOf((await open("ann")).data);
  expect(html).toContain(`href="/bookings/${place}"`);
  expect(html).toContain("Domestic abuse day, Wednesday 1 July 2026");
  expect(html).not.toContain("8 places left");
});

it("someone whose kind of work is not known is told whom to tell", async () => {
  const { world, open, send } = setUp();
  world.person("new", { group: null });
  const { data } = await open("new");
  const html = htmlOf(data);
  expect(html).toContain("Tell us what kind of work you do.");
  expect(html).toContain('href="mailto:unit@example.org"');
  expect(html).toContain("Group direct");
  expect(html).not.toContain("<form");
  const refused = await send({ "trained-neglect": "never" }, "new");
  expect(refused.status).toBe(400);
  expect(htmlOf(data, formIn(refused.data))).toContain("so nothing was saved");
});

it("a kind of work that requires nothing has an empty page that says so", async () => {
  const { world, open } = setUp();
  world.person("eve", { group: "none" });
  const html = htmlOf((await open("eve")).data);
  expect(html).toContain("Nothing is required yet");
  expect(html).not.toContain("<form");
});

describe("the self-assessment", () => {
  const answers = {
    "trained-neglect": "within a year",
    "confidence-neglect": "0",
    "trained-abuse": "",
    "confidence-abuse": "",
  };

  it("is saved, and the page says so", async () => {
    const { world, open, send } = setUp();
    expect(await send(answers, "ann")).toMatchObject({ status: 303, to: "/my/needs?saved=1" });
    expect(world.db.select().from(selfAssessments).all()).toHaveLength(2);
    expect(htmlOf((await open("ann", "?saved=1")).data)).toContain("Your answers are saved.");
    expect(htmlOf((await open("ann")).data)).not.toContain("Your answers are saved.");
  });

  it("sent twice is saved once", async () => {
    const { world, send } = setUp();
    await send(answers, "ann");
    expect((await send(answers, "ann")).status).toBe(303);
    expect(world.db.select().from(selfAssessments).all()).toHaveLength(2);
  });

  it("left blank is refused, and the summary leads to the first question", async () => {
    const { world, open, send } = setUp();
    const refused = await send({ "trained-neglect": "" }, "ann");
    expect(refused.status).toBe(400);
    const html = htmlOf((await open("ann")).data, formIn(refused.data));
    expect(html).toContain("There is a problem");
    expect(html).toContain('<a href="#field-trained-abuse">Select an answer to at least one question</a>');
    expect(html).toContain('id="field-trained-abuse"');
    expect(world.db.select().from(selfAssessments).all()).toHaveLength(1);
  });

  it("with something that is no answer is refused, and keeps what was typed", async () => {
    const { world, open, send } = setUp();
    const typed = {
      "trained-neglect": "within a year",
      "confidence-neglect": "11",
      "trained-abuse": "last week",
      "confidence-abuse": "6",
    };
    const refused = await send(typed, "ann");
    expect(refused.status).toBe(400);
    expect(formIn(refused.data)).toEqual({
      values: typed,
      errors: {
        "confidence-neglect": ["Select a number from 0 to 10, or leave it blank"],
        "trained-abuse": ["Select when you were last trained, or leave it blank"],
      },
    });
    const html = htmlOf((await open("ann")).data, formIn(refused.data));
    expect(html).toMatch(/<input[^>]*name="trained-neglect"[^>]*checked=""[^>]*value="within a year"/);
    expect(html).toMatch(/name="confidence-abuse".*?<option value="6" selected="">/s);
    expect(world.db.select().from(selfAssessmentAnswers).all()).toHaveLength(1);
  });

  it("about what the role does not need is left out", async () => {
    const { world, send } = setUp();
    await send({ ...answers, "trained-unused": "never" }, "ann");
    const saved = world.db.select().from(selfAssessmentAnswers).all();
    expect(saved.map((answer) => answer.competencyId).sort()).toEqual(["abuse", "neglect"]);
  });
});

describe("in words", () => {
  it.each([
    [{ kind: "held", trainedOn: "2024-03-12", until: "2027-03-12" }, "In date. Renew by 12 March 2027."],
    [{ kind: "held", trainedOn: "2024-03-12", until: null }, "In date. Once is enough."],
    [
      { kind: "reported", saidOn: "2026-05-01", until: null },
      "You told us on 1 May 2026 that you have been trained. We have no record of it here.",
    ],
    [
      { kind: "gap", because: "ran out", until: "2026-03-12" },
      "Out of date. It was to be renewed by 12 March 2026.",
    ],
    [
      { kind: "gap", because: "said out of date", saidOn: "2026-05-01" },
      "From what you told us on 1 May 2026, your training is out of date.",
    ],
    [
      { kind: "unknown", because: "not sure", saidOn: "2026-05-01" },
      "You told us on 1 May 2026 that you are not sure.",
    ],
    [{ kind: "unknown", because: "nothing said" }, "We do not know yet. Answer the questions below."],
    [
      { kind: "unknown", because: "cannot tell", saidOn: "2026-05-01" },
      "What you told us on 1 May 2026 does not show whether you are in date. Answer the questions again.",
    ],
  ] as const)("%o", (status, words) => {
    expect(statusInWords(status)).toBe(words);
  });

  it("says renewals and totals", () => {
    expect([null, 12, 18, 24, 36].map(renewalInWords)).toEqual([
      "Once",
      "Every year",
      "Every 18 months",
      "Every 2 years",
      "Every 3 years",
    ]);
    const unknown = { status: { kind: "unknown", because: "nothing said" } } as const;
    expect(summaryInWords([unknown])).toBe("Of 1 requirement, 1 is not known.");
    expect(summaryInWords([unknown, unknown])).toBe("Of 2 requirements, 2 are not known.");
  });
});
