// A session's workspace: the decision it waits for, booking closed and opened, materials, messages, evaluation.
import { expect, test } from "vitest";
import { instantOf } from "~/shared/civil-time";
import { errorSummaryOf, wordsOf } from "../domain/support-check/site";
import { deedsWorld } from "./deeds-world";

test("the workspace shows what waits for a decision, and takes it", async () => {
  const world = deedsWorld({ minimum: 2, decideBy: instantOf("2026-11-10", "17:00") });
  expect(wordsOf(await world.see(""))).toContain(
    "Minimum not met 0 people have a place. It needs 2. Decide by Tuesday 10 November 2026 at 5pm.",
  );
  expect((await world.see("", { intent: "go ahead" })).to).toBe(`${world.at("")}?done=goes-ahead`);
  expect(wordsOf(await world.see(""))).toContain("it goes ahead");
  for (const [intent, done] of [
    ["close", "closed"],
    ["reopen", "reopened"],
  ])
    expect((await world.see("", { intent: intent ?? "" })).to).toBe(`${world.at("")}?done=${done}`);
});

test("materials are added and removed; the messages of a session are counted, and its evaluation", async () => {
  const world = deedsWorld();
  world.book(world.sessionId, world.person());
  const material = {
    intent: "add material",
    title: "Slides",
    url: "https://x.example/s",
    shownTo: "everyone",
  };
  const refused = await world.see("", { ...material, url: "javascript:alert(1)", title: "" });
  expect(refused.status).toBe(400);
  expect(errorSummaryOf(refused)[0]?.message).toBe("Enter what it is");
  await world.see("", material);
  const page = await world.see("");
  expect(wordsOf(page)).toContain("Slides Everyone");
  expect(wordsOf(page)).toContain("Place confirmed 1 To be sent");
  expect(wordsOf(page)).toContain("See how many answered, and what they said");
  const materialId = world.session().materials[0]?.id ?? "";
  await world.see("", { intent: "remove material", materialId });
  expect(world.session().materials).toEqual([]);
});
