// Keeping the question sets on their pages: begin, edit, check, publish, preview, and what a course asks besides.
import { expect, test } from "vitest";
import { readCourseEvaluation, readInstrument } from "~/domain/evaluations/evaluations.server";
import { setWorld } from "../domain/evaluations/set-world";
import { contentOf, inShort, watch } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";

function setting() {
  const world = setWorld();
  const site = siteOf(world);
  const open = (path: string, form?: Record<string, string | string[]>) =>
    site(path, { as: world.coordinator, form });
  return { ...world, open };
}

test("each stage is told with its version and since when, and the draft that is being written", async () => {
  const { open, draft, reword, publish, clock } = setting();
  const before = wordsOf(await open("/manage/evaluations"));
  expect(before).toContain("9 questions, version 1, from the start : Before the training");
  expect(before).toContain("14 questions, version 1, from the start : At the end");
  clock.forward(60_000);
  const id = draft("T0");
  reword(id, "recognise", "How sure are you now?");
  publish(id);
  draft("T3");
  const page = await open("/manage/evaluations");
  expect(wordsOf(page)).toContain("9 questions, version 2, since 3 November 2026 : Before the training");
  expect(wordsOf(page)).toContain("Draft Go on with version 3 of Weeks later");
  expect(wordsOf(page)).toContain("What courses ask besides Course Besides the core Change Neglect Nothing");
  expect(titleOf(page)).toMatch(/^Evaluation questions – /);
  expect(brokenReferences(page)).toEqual([]);
});

test("a draft is begun, edited and published on its pages", async () => {
  const { open, asks, current } = setting();
  const begun = await open("/manage/evaluations", { draft: "T2" });
  const [, , , id = ""] = (begun.to ?? "").split("/");
  expect(begun.status).toBe(302);
  const draftPage = await open(`/manage/evaluations/${id}`);
  expect(wordsOf(draftPage)).toContain("It has 14 questions of at most 20.");
  expect(brokenReferences(draftPage)).toEqual([]);

  const kinds = [...draftPage.html.matchAll(/items\/new\?kind=(\w+)/g)].map(([, kind]) => kind);
  expect(kinds).toEqual(["confidence", "scenario", "reaction", "choice", "text"]);
  for (const kind of kinds) {
    const form = await open(`/manage/evaluations/${id}/items/new?kind=${kind}`);
    expect(brokenReferences(form)).toEqual([]);
    expect(form.status).toBe(200);
    const written = await open(`/manage/evaluations/${id}/items/new?kind=${kind}`, {
      wording: `A new ${kind}?`,
      lowestLabel: "No",
      middleLabel: "",
      highestLabel: "Yes",
      option1: "One",
      option2: "",
      option3: "Two",
      right: "3",
    });
    expect(written.to).toBe(`/manage/evaluations/${id}?done=written`);
  }
  await open(`/manage/evaluations/${id}`, { intent: "words", title: "Now", introduction: "Hello." });

  const check = await open(`/manage/evaluations/${id}/publish`);
  const words = wordsOf(check);
  expect(words).toContain("New: “A new scenario?”");
  expect(words).toContain("Published with it");
  expect(words).toContain("Before the training, version 2 New: “A new confidence?”");
  expect(words).toContain("“A new scenario?” is asked at the end and not before, so no change can be told.");
  expect(words).toContain("The title or the introduction is another");
  const seen = /name="seen" value="(\w+)"/.exec(check.html)?.[1] ?? "";
  const published = await open(`/manage/evaluations/${id}/publish`, { seen });
  expect(published.to).toBe("/manage/evaluations?done=published");
  expect(asks("T2")).toContain("scenario-1 1");
  for (const stage of ["T0", "T1", "T3", "T4"] as const) expect(asks(stage)).toContain("confidence-1 1");
  expect(current("T2")?.title).toBe("Now");
  // Sent twice is published once.
  expect((await open(`/manage/evaluations/${id}/publish`, { seen })).to).toBe(
    "/manage/evaluations?done=published",
  );
  const asked = wordsOf(await open(`/manage/evaluations/${id}`));
  expect(asked).toContain("This is what is asked now: version 2, since 3 November 2026. It never changes");
  expect(asked).not.toContain("Take out");
  const next = await open("/manage/evaluations", { draft: "T2" });
  expect(wordsOf(await open(next.to ?? ""))).toContain("At the end, version 3 Draft");
});

test("other words warn of what they cost; what is wrong with a question stands beside its field", async () => {
  const { open, draft, itemOf, asks } = setting();
  const id = draft("T0");
  const scenario = itemOf(id, "asked-for-secrecy");
  const address = `/manage/evaluations/${id}/items/${scenario.id}`;
  const page = await open(address);
  expect(wordsOf(page)).toContain("answers before and after the change are no longer paired for it");
  expect(brokenReferences(page)).toEqual([]);
  const form = { wording: scenario.wording, option1: "One", option2: "Two", right: "2" };
  const wrong = async (other: Record<string, string>, to = address) => {
    const answer = await open(to, { ...form, ...other });
    expect(answer.status).toBe(400);
    expect(brokenReferences(answer)).toEqual([]);
    return errorSummaryOf(answer)[0];
  };
  expect(await wrong({ wording: " " })).toEqual({ message: "Enter the question", to: "#field-wording" });
  expect(await wrong({ wording: "x".repeat(401) })).toEqual({
    message: "Enter 400 characters or fewer",
    to: "#field-wording",
  });
  expect(await wrong({ option2: "", right: "1" })).toEqual({
    message: "Enter at least two answers",
    to: "#field-option1",
  });
  expect(await wrong({ right: "" })).toEqual({ message: "Select which answer is right", to: "#field-right" });
  expect(await wrong({ right: "7" })).toEqual({
    message: "Select an answer that you have written",
    to: "#field-right",
  });
  expect(await wrong({ option2: "one" })).toEqual({
    message: "Enter each answer once",
    to: "#field-option1",
  });
  const confidence = `/manage/evaluations/${id}/items/new?kind=confidence`;
  expect(await wrong({ lowestLabel: "", highestLabel: "Yes" }, confidence)).toEqual({
    message: "Enter the words for the lowest point",
    to: "#field-lowestLabel",
  });
  await open(address, { ...form, wording: "What would you do?" });
  await open(`/manage/evaluations/${id}`, { down: itemOf(id, "recognise").id });
  expect(asks("T0")[0]).toBe("recognise 1");
  expect(wordsOf(await open(`/manage/evaluations/${id}/publish`))).toContain(
    "In other words: “What would you do?”, instead of “A 14-year-old",
  );
});

test("publishing says how many people it meets, and refuses what nobody could answer", async () => {
  const { open, draft, reword, session, answered, drop } = setting();
  const sessionId = session();
  answered("one", sessionId, "T0");
  answered("two", sessionId, "T0", "T2");
  answered("three", sessionId, "T0", "T2", "T3");
  const id = draft("T3");
  const nothing = await open(`/manage/evaluations/${id}/publish`);
  expect(wordsOf(nothing)).toContain(
    "It cannot be published yet. Nothing is different from what is asked now.",
  );
  expect(nothing.html).not.toContain("Publish now");
  const before = await open(`/manage/evaluations/${id}/publish`, { seen: "" });
  expect(errorSummaryOf(before)[0]?.message).toMatch(/^Something was changed/);
  reword(id, "act", "How able are you?");
  const page = await open(`/manage/evaluations/${id}/publish`);
  expect(wordsOf(page)).toContain("2 people have answered already and will be asked again.");
  expect(brokenReferences(page)).toEqual([]);
  for (const slug of ["recognise", "act", "share", "challenge", "voice", "together"]) drop(id, slug);
  expect(wordsOf(await open(`/manage/evaluations/${id}/publish`))).toContain(
    "There is no confidence question in it",
  );
});

test("a draft is discarded; what was published meanwhile refuses every change and says so", async () => {
  const world = setting();
  const { open, draft, publish, reword, itemOf } = world;
  const gone = draft("T4");
  expect((await open(`/manage/evaluations/${gone}`, { intent: "discard" })).to).toBe(
    "/manage/evaluations?done=discarded",
  );
  expect((await open(`/manage/evaluations/${gone}`)).status).toBe(404);
  const id = draft("T0");
  reword(id, "act", "How able are you?");
  const item = itemOf(id, "recognise").id;
  publish(id);
  const before = contentOf(world.db);
  const deeds: Record<string, string>[] = [
    { intent: "add", item },
    { intent: "words", title: "T", introduction: "" },
    { intent: "discard" },
    { down: item },
    { remove: item },
  ];
  for (const form of deeds) {
    const answer = await open(`/manage/evaluations/${id}`, form);
    expect(answer.status).toBe(400);
    expect(errorSummaryOf(answer)[0]?.message).toMatch(
      /^This version was published since you opened the page/,
    );
  }
  expect((await open(`/manage/evaluations/${id}/publish`)).status).toBe(404);
  expect((await open(`/manage/evaluations/${id}/items/${item}`)).status).toBe(404);
  expect((await open(`/manage/evaluations/${id}/items/new?kind=recalled`)).status).toBe(404);
  expect(contentOf(world.db)).toBe(before);
});

test("a course asks more stages, hindsight and questions of its own, tied to its outcomes", async () => {
  const world = setting();
  const { open, me, current } = world;
  const address = "/manage/courses/neglect/evaluations";
  const page = await open(address);
  expect(wordsOf(page)).toContain("What is asked about this course");
  expect(brokenReferences(page)).toEqual([]);
  const seen = watch(world);
  expect((await open(address, { asked: ["onArrival", "recall"] })).to).toBe(`${address}?done=saved`);
  expect(readCourseEvaluation(me, "course")).toEqual({ onArrival: true, sixMonths: false, recall: true });
  await open(address, { asked: ["onArrival", "recall"] });
  expect(inShort(seen())).toEqual({ audit: ["evaluations.course settings changed"], messages: [] });
  const begun = await open(address, { draft: "T0" });
  const id = (begun.to ?? "").split("/")[3] ?? "";
  const added = await open(`/manage/evaluations/${id}/items/new?kind=confidence`, {
    wording: "How confident are you that you can name three signs?",
    lowestLabel: "No",
    highestLabel: "Yes",
    outcome: "1",
  });
  expect(added.status).toBe(302);
  const check = await open(`/manage/evaluations/${id}/publish`);
  expect(wordsOf(check)).toContain("Own questions of Neglect");
  const fingerprint = /name="seen" value="(\w+)"/.exec(check.html)?.[1] ?? "";
  expect((await open(`/manage/evaluations/${id}/publish`, { seen: fingerprint })).to).toBe(
    `${address}?done=published`,
  );
  expect(current("T0", "course")?.items[0]).toMatchObject({ outcome: 1, courseId: "course" });
  expect(readInstrument(world, "T0", "course").items.map(({ ofCourse }) => ofCourse)).toEqual([
    ...Array(9).fill(false),
    true,
  ]);
  expect(wordsOf(await open("/manage/evaluations"))).toContain(
    "Neglect on arrival, in hindsight and its own questions at 1 stage",
  );
});

test("nobody but a coordinator finds any of it", async () => {
  const world = setting();
  const site = siteOf(world);
  const id = world.draft("T0");
  const before = contentOf(world.db);
  for (const path of [
    "/manage/evaluations",
    `/manage/evaluations/${id}`,
    `/manage/evaluations/${id}/publish`,
    `/manage/evaluations/${id}/preview`,
    "/manage/courses/neglect/evaluations",
  ])
    for (const roles of [["sdg_member"], ["trainer"], ["admin"], ["scrutineer"]] as const) {
      const as = world.person({ roles: [...roles] });
      expect((await site(path, { as })).status).toBe(403);
    }
  const as = world.person();
  const people = contentOf(world.db);
  expect((await site(`/manage/evaluations/${id}/publish`, { as, form: { seen: "" } })).status).toBe(403);
  expect((await site(`/manage/evaluations/${id}`, { as, form: { intent: "discard" } })).status).toBe(403);
  expect(contentOf(world.db)).toBe(people);
  expect(before).not.toBe(people);
});
