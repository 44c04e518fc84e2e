// Coordinators read what people wrote, quote it redacted or keep it back; nobody else meets a word that was taken out.
import { expect, test } from "vitest";
import { listQuotes } from "~/domain/evaluations/evaluations.server";
import { exportAsJson, exportAsLines } from "~/domain/personal-data/personal-data";
import { exportPersonalData } from "~/domain/personal-data/personal-data.server";
import { promise, wordsWorld } from "../domain/evaluations/words-world";
import { nothing, watch } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";

const written = "More time.\nMarigold Tansy at Thistle School said so.";
const quoted = "More time.\n[A colleague] said so.";

function readWorld({ answered = 6, quotable = true } = {}) {
  const made = wordsWorld();
  made.say(0, "T2", { text: written, quotable, commitments: [promise("Ring Marigold Tansy weekly")] });
  made.othersAnswer("T2", 1, answered - 1);
  const visit = siteOf(made.world);
  const id = made.comment(written);
  const as = made.world.coordinator;
  const see = async (path: string) => {
    const page = await visit(path, { as });
    expect(brokenReferences(page)).toEqual([]);
    return page;
  };
  const decide = (form: Record<string, string>, of = id, who = as) =>
    visit(`/manage/comments/${of}`, { as: who, form: { seen: "to read", ...form } });
  return { ...made, visit, id, as, see, decide };
}

test("the queue: how many on the start page, oldest first, by kind; an empty one says so", async () => {
  const { see, decide, id, commitment } = readWorld();
  expect(wordsOf(await see("/manage"))).toContain("2 comments from evaluations to read");
  const queue = await see("/manage/comments");
  expect(titleOf(queue)).toMatch(/^Comments/);
  expect(wordsOf(queue)).toContain("To read: 2 comments");
  expect(wordsOf(queue)).toContain(
    "More time. Marigold Tansy at Thistle School said so. Neglect At the end November 2026",
  );
  const ofKind = wordsOf(await see("/manage/comments?kind=commitment"));
  expect(ofKind).toContain("Ring Marigold Tansy weekly");
  expect(ofKind).not.toContain("Thistle");
  expect(wordsOf(await see("/manage/comments?kind=manager"))).toContain("No comment fits");
  expect(wordsOf(await see("/manage/comments?kind=nonsense&state=nonsense&page=x"))).toContain(
    "To read: 2 comments",
  );
  await decide({ outcome: "kept back" });
  await decide({ outcome: "kept back" }, commitment("Ring Marigold Tansy weekly"));
  expect(wordsOf(await see("/manage/comments"))).toContain("Nothing waits to be read");
  expect(wordsOf(await see("/manage/comments?state=kept+back"))).toContain("Kept back: 2 comments");
  expect(wordsOf(await see("/manage"))).not.toContain("from evaluations to read");
  expect(id).not.toBe("");
});

test("one is read with its question, quoted as redacted, found among the quoted, and undone", async () => {
  const { see, decide, id, coordinator } = readWorld();
  const page = await see(`/manage/comments/${id}`);
  expect(titleOf(page)).toMatch(/^Comment: at the end/);
  expect(wordsOf(page)).toContain("What would you change?");
  expect(wordsOf(page)).toContain("The writer agreed to it.");
  expect(page.html).toMatch(
    /<textarea[^>]*>More time\.\nMarigold Tansy at Thistle School said so\.<\/textarea>/,
  );
  const done = await decide({ outcome: "quoted", redacted: quoted.replace("\n", "\r\n") });
  expect([done.status, done.to]).toEqual([303, `/manage/comments?done=quoted&last=${id}`]);
  const after = await see(done.to ?? "");
  expect(wordsOf(after)).toContain("It can be quoted now, as you redacted it.");
  expect(after.html).toContain(`href="/manage/comments/${id}"`);
  expect(listQuotes(coordinator(), { from: "2026-04-01", until: "2027-04-01" })).toMatchObject([
    { text: quoted },
  ]);
  expect(wordsOf(await see("/manage/comments?state=quoted"))).toContain("More time. [A colleague] said so.");
  const undone = await decide({ outcome: "put back", seen: "quoted" });
  expect(undone.to).toBe(`/manage/comments?done=put+back&last=${id}`);
  expect(wordsOf(await see(undone.to ?? ""))).toContain("To read: 2 comments");
});

test("what cannot be kept is shown again, as it was typed, with what to do", async () => {
  const { decide, world } = readWorld();
  const added = watch(world);
  const wrong = [
    [{}, "Select what you do with it", "#field-outcome"],
    [{ outcome: "quoted", redacted: " " }, "Enter what is to be quoted, or keep it back", "#field-redacted"],
    [
      { outcome: "quoted", redacted: "Much more time" },
      "Only take words out. Put anything of your own in square brackets, such as [a colleague]",
      "#field-redacted",
    ],
    [
      { outcome: "quoted", redacted: "More time [a@b.example]" },
      "Take out the email address or the long number",
      "#field-redacted",
    ],
  ] as const;
  for (const [form, message, to] of wrong) {
    const page = await decide({ ...form });
    expect(page.status).toBe(400);
    expect(errorSummaryOf(page)).toEqual([{ message, to }]);
    expect(brokenReferences(page)).toEqual([]);
  }
  expect((await decide({ outcome: "quoted", redacted: "Much more time" })).html).toContain(
    ">Much more time</textarea>",
  );
  expect(added()).toEqual(nothing);
});

test.each([
  [{ quotable: false }, "No: the writer did not agree to it."],
  [{ answered: 4 }, "Not now: fewer than five people answered, so others could tell who wrote it."],
])("%o: it can only be read, and a form made by hand is refused", async (more, why) => {
  const { see, decide, id } = readWorld(more);
  const page = await see(`/manage/comments/${id}`);
  expect(wordsOf(page)).toContain(why);
  expect(page.html).not.toContain("<textarea");
  expect((await decide({ outcome: "quoted", redacted: "More time." })).status).toBe(400);
  expect((await decide({ outcome: "read" })).to).toBe(`/manage/comments?done=read&last=${id}`);
});

test("two coordinators at once: the second is told, and nothing changes", async () => {
  const { decide, world } = readWorld();
  await decide({ outcome: "kept back" });
  const added = watch(world);
  const second = await decide({ outcome: "quoted", redacted: "More time." });
  expect(second.status).toBe(400);
  expect(wordsOf(second)).toContain("Somebody has dealt with it meanwhile");
  expect(added()).toEqual(nothing);
});

test("nobody but coordinators opens either page or decides", async () => {
  const { visit, decide, world, id, learner } = readWorld();
  const others = [
    learner,
    ...(["agency_lead", "trainer", "sdg_member", "scrutineer", "admin"] as const).map((role) =>
      world.person({ roles: [role] }),
    ),
  ];
  for (const as of others) {
    for (const path of ["/manage/comments", `/manage/comments/${id}`])
      expect((await visit(path, { as })).status).toBe(403);
    expect((await decide({ outcome: "kept back" }, id, as)).status).toBe(403);
  }
  expect((await visit(`/manage/comments/${id}`)).status).toBe(302);
  expect((await visit("/manage/comments/none", { as: world.coordinator })).status).toBe(404);
});

test("what was taken out of a quote is on no page, in no data, file, export or entry of anybody else", async () => {
  const { visit, decide, world, commitment, learners, learner, sessionId, booking } = readWorld();
  await decide({ outcome: "quoted", redacted: quoted });
  await decide({ outcome: "quoted", redacted: "Ring weekly" }, commitment("Ring Marigold Tansy weekly"));
  const readers = [
    world.coordinator,
    world.trainer(),
    ...(["agency_lead", "sdg_member", "scrutineer", "admin"] as const).map((role) =>
      world.person({ roles: [role] }),
    ),
    learners[1] ?? "",
  ];
  const places = [
    ...[
      "/impact",
      "/impact/courses/neglect",
      "/impact/releases",
      "/manage",
      "/admin",
      "/admin/audit",
      "/admin/audit.csv",
      "/my",
    ],
    ...[
      "/my/account/data",
      "/my/account/data.json",
      "/my/account/data.csv",
      "/team",
      "/trainer",
      "/mail-tray",
    ],
    ...[
      "/manage/comments?state=quoted",
      "/manage/sessions.csv",
      "/manage/evaluations",
      `/sessions/${sessionId}`,
    ],
    ...[
      `/manage/sessions/${sessionId}`,
      `/manage/sessions/${sessionId}/answers`,
      `/trainer/sessions/${sessionId}/answers`,
    ],
    ...[
      `/manage/bookings/${booking}`,
      `/bookings/${booking}`,
      `/admin/people/${learner}`,
      `/admin/people/${learner}/data.json`,
    ],
  ];
  const taken = /Marigold|Tansy|Thistle/;
  for (const as of readers)
    for (const path of places) {
      if (path.includes(`${learner}/data.json`)) continue;
      const [address = "", query] = path.split("?");
      const asData = `${address === "/" ? "/_root" : address}.data${query ? `?${query}` : ""}`;
      for (const way of [path, asData]) {
        const { html } = await visit(way, { as });
        expect(taken.test(html), `${way} for ${as}`).toBe(false);
      }
    }
  // The coordinator who redacts it sees both, and its writer has it back.
  expect(
    (await visit(`/manage/comments/${commitment("Ring Marigold Tansy weekly")}`, { as: world.coordinator }))
      .html,
  ).toMatch(taken);
  const own = exportPersonalData(world.as(learner), { personId: learner, format: "json" });
  expect(exportAsJson(own)).toMatch(taken);
  const others = exportPersonalData(world.as(learners[1] ?? ""), {
    personId: learners[1] ?? "",
    format: "csv",
  });
  expect(JSON.stringify(exportAsLines(others))).not.toMatch(taken);
  expect(JSON.stringify(world.db.select().from(world.tables.auditEntries).all())).not.toMatch(taken);
  expect(JSON.stringify(world.db.select().from(world.tables.outbox).all())).not.toMatch(taken);
});

test("a learner's export holds what their manager ticked, and that they wrote something, not what", () => {
  const { world, say, learner, commitment, db, tables, clock } = readWorld();
  const commitmentId = commitment("Ring Marigold Tansy weekly");
  db.update(tables.respondents).set({ managerMayBeAsked: true }).run();
  clock.forward(world.days(71));
  say(0, "M", {
    text: "Wisteria was slow",
    followUps: [{ commitmentId, seen: "partly", outcome: null, evidence: null, opportunity: null }],
  });
  const file = exportAsJson(exportPersonalData(world.as(learner), { personId: learner, format: "json" }));
  expect(file).not.toContain("Wisteria");
  expect(file).toContain('"What your line manager saw": "partly"');
  expect(file).toContain("your line manager wrote it about you");
  expect(file).toContain("Marigold Tansy at Thistle School");
});
