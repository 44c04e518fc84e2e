// Impact reports in the browser: from a draft to a public paper, and what strangers get at each step.
import { describe, expect, test } from "vitest";
import { commentOnRelease, signOff } from "~/domain/impact/impact.server";
import { paths } from "~/web/paths";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { releaseIn, releaseWorld, summer } from "../support/release-world";

function setting() {
  const world = releaseWorld();
  const open = siteOf(world);
  const made = { world, drafter: world.people.drafter, sdg: world.people.sdg };
  return { world, open, made, ...world.people };
}
const idIn = (address: string | null) => /releases\/([^/?]+)/.exec(address ?? "")?.[1] ?? "";
const outsiders = ["lead", "trainer", "admin", "practitioner"] as const;

test("from a draft to a public paper, by pages alone", async () => {
  const { world, open, drafter, sdg, scrutineer } = setting();
  const empty = await open(paths.releases(), { as: drafter });
  expect(wordsOf(empty)).toContain("No reports yet");
  const fresh = await open(paths.newRelease({ period: summer.label }), { as: drafter });
  expect(wordsOf(fresh)).toContain("A report on July to September 2026");
  expect(fresh.html).toContain('value="board/KIDS"');
  const wrong = await open(paths.newRelease({ period: summer.label }), { as: drafter, form: { title: " " } });
  expect([wrong.status, errorSummaryOf(wrong)[0]?.message]).toEqual([400, "Enter what the report is called"]);

  const drafted = await open(paths.newRelease({ period: summer.label }), {
    as: drafter,
    form: { title: "What changed", parts: ["board/KIDS"] },
  });
  const id = idIn(drafted.to);
  const edit = await open(paths.editRelease(id), { as: drafter });
  expect(brokenReferences(edit)).toEqual([]);
  expect(titleOf(edit)).toContain("Write: What changed");
  await open(paths.editRelease(id), {
    as: drafter,
    form: { intent: "narratives", learning: "We reached those who began low.", next: "We go on." },
  });
  const noDate = await open(paths.editRelease(id), {
    as: drafter,
    form: { intent: "action", finding: "Few answered", action: "", owner: "Trainers", "due-day": "1" },
  });
  expect(errorSummaryOf(noDate).map(({ message }) => message)).toEqual([
    "Enter what will be done",
    "Enter the day by which it is to be done, such as 31 3 2027",
  ]);
  expect(noDate.html).toContain("Few answered");
  const saved = await open(paths.editRelease(id), {
    as: drafter,
    form: {
      intent: "action",
      finding: "Few answered",
      action: "Ask in the room",
      owner: "Trainers",
      "due-day": "31",
      "due-month": "3",
      "due-year": "2027",
    },
  });
  expect(saved.to).toBe(`${paths.editRelease(id, { done: "action" })}#actions`);

  const draft = await open(paths.release(id), { as: drafter });
  expect(wordsOf(draft)).toContain("We reached those who began low.");
  expect(wordsOf(draft)).toContain("Ask in the room");
  expect(wordsOf(draft)).not.toContain("Take it along");
  const sent = await open(paths.release(id), { as: drafter, form: { intent: "send" } });
  expect(sent.to).toBe(paths.release(id, { done: "sent" }));

  const review = await open(paths.release(id), { as: scrutineer });
  expect(brokenReferences(review)).toEqual([]);
  expect(wordsOf(review)).toContain("In review: its figures and words are frozen");
  const silent = await open(paths.release(id), {
    as: scrutineer,
    form: { intent: "comment", section: "kept", text: "" },
  });
  expect([silent.status, errorSummaryOf(silent)]).toEqual([
    400,
    [{ message: "Enter your comment", to: "#field-text" }],
  ]);
  await open(paths.release(id), {
    as: scrutineer,
    form: { intent: "comment", section: "kept", text: "Say so." },
  });
  expect(wordsOf(await open(paths.release(id), { as: sdg }))).toContain("Say so.");

  const unread = await open(paths.signOffRelease(id), { as: sdg, form: {} });
  expect([unread.status, errorSummaryOf(unread)[0]?.message]).toEqual([
    400,
    "Confirm that you have read the report",
  ]);
  const signed = await open(paths.signOffRelease(id), { as: sdg, form: { read: "yes" } });
  expect(signed.to).toBe(paths.release(id, { done: "signed" }));
  expect((await open(paths.release(id))).status).toBe(404);

  const confirm = await open(paths.publishRelease(id), { as: sdg });
  expect(brokenReferences(confirm)).toEqual([]);
  expect((await open(paths.publishRelease(id), { as: sdg, form: {} })).to).toBe(
    paths.release(id, { done: "public" }),
  );
  const stranger = await open(paths.release(id));
  expect(stranger.status).toBe(200);
  expect(brokenReferences(stranger)).toEqual([]);
  expect(titleOf(stranger)).toContain("Release 1: What changed");
  const paper = /<article class="app-paper">.*<\/article>/s;
  const flat = (html: string) =>
    (paper.exec(html)?.[0] ?? "")
      .replace(/<h1.*?<\/h1>|<span class="govuk-caption-xl">.*?<\/span>/gs, "")
      .replace(/<[^>]+>/g, " ")
      .replace(/, public since 3 November 2026/, "")
      .replace(/\s+/g, " ");
  expect(flat(confirm.html).length).toBeGreaterThan(1000);
  expect(flat(stranger.html)).toBe(flat(confirm.html));
  for (const inside of ["Say so.", "Coordinator", "Scrutineer", "Comments", "Sign it off", "Withdraw"])
    expect(wordsOf(stranger)).not.toContain(inside);
  expect(wordsOf(await open(paths.releases()))).toContain("Release 1: What changed");

  const why = await open(paths.withdrawRelease(id), { as: drafter, form: { because: "" } });
  expect(errorSummaryOf(why)[0]?.message).toBe("Enter why it is withdrawn");
  await open(paths.withdrawRelease(id), { as: drafter, form: { because: "A register was wrong." } });
  const gone = await open(paths.release(id));
  expect(wordsOf(gone)).toContain("This report was withdrawn on 3 November 2026");
  expect(wordsOf(gone)).toContain("A register was wrong.");
  expect(gone.html).not.toMatch(/confidence|sessions took place/i);
  expect(wordsOf(await open(paths.releases()))).not.toContain("What changed");
  expect(world.db.select().from(world.tables.releases).all()).toHaveLength(1);
}, 60_000);

describe("nothing of a release reaches those who may not read it", () => {
  test.each(["draft", "in review", "signed off", "withdrawn"] as const)("%s", async (state) => {
    const { world, open, made } = setting();
    const id = releaseIn(made, state);
    const addresses = [
      paths.release(id),
      paths.releaseFile(id, "csv"),
      paths.releaseFile(id, "xlsx"),
      paths.releaseFile(id, "docx"),
      `${paths.release(id)}.data`,
    ];
    for (const one of [undefined, ...outsiders.map((name) => world.people[name])]) {
      for (const address of addresses) {
        const page = await open(address, { as: one });
        expect([address, page.status]).toEqual([address, 404]);
        expect(page.html).not.toMatch(/What changed|register was wrong/);
      }
      expect((await open(paths.release(id), { as: one, form: { intent: "send" } })).status).toBe(404);
      expect(wordsOf(await open(paths.releases(), { as: one }))).not.toContain("What changed");
    }
  });

  test("a public release gives strangers its files and its page's data, and nothing from inside", async () => {
    const { world, open, made } = setting();
    const draft = releaseIn(made, "draft");
    const member = world.as(made.sdg);
    commentOnRelease(member, draft, { section: "whole", text: "Secret comment" });
    const { sendForReview, publishRelease } = await import("~/domain/impact/impact.server");
    sendForReview(world.as(made.drafter), draft);
    signOff(member, draft);
    publishRelease(member, draft);
    for (const ending of ["csv", "xlsx", "docx"] as const) {
      const file = await open(paths.releaseFile(draft, ending));
      expect([ending, file.status]).toEqual([ending, 200]);
    }
    const data = await open(`${paths.release(draft)}.data`);
    expect(data.status).toBe(200);
    for (const inside of [
      "Secret comment",
      "Delivery group",
      made.drafter,
      made.sdg,
      '"sums"',
      "fingerprint",
    ])
      expect(data.html).not.toContain(inside);
    expect((await open(paths.editRelease(draft))).to).toContain("/sign-in");
  }, 30_000);

  test("a draft has no files for anybody, and what it shows is not said to be frozen", async () => {
    const { open, made, drafter } = setting();
    const id = releaseIn(made, "draft");
    for (const ending of ["csv", "xlsx", "docx"] as const)
      expect((await open(paths.releaseFile(id, ending), { as: drafter })).status).toBe(404);
    expect(wordsOf(await open(paths.release(id), { as: drafter }))).toContain(
      "Draft: its figures are those of today",
    );
  });
});
