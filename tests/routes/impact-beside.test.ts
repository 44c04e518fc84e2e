// What stands beside the figures on /impact: open actions, and practice measures with the training that named them.
import { expect, test } from "vitest";
import { wordsOf } from "../domain/support-check/site";
import { releaseIn } from "../support/release-world";
import { impactWorld } from "./impact-world";

test("open actions of signed releases stand under what happens next, and lead to their release", async () => {
  const { world, see } = impactWorld([{ people: 40, date: "2026-07-07" }, { people: 40 }]);
  const sdg = world.person({ roles: ["sdg_member"] });
  const releaseId = releaseIn({ world, drafter: world.coordinator, sdg }, "signed off");
  world.db
    .insert(world.tables.impactActions)
    .values({
      id: "one",
      releaseId,
      position: 1,
      finding: "Few say how",
      action: "Try a shorter form",
      owner: "Training group",
      dueOn: "2026-12-01",
    })
    .run();
  const { page, words } = await see("/impact");
  expect(words).toMatch(/Try a shorter form Few say how Training group 1 December 2026 Release 1/);
  expect(page.html).toContain(`href="/impact/releases/${releaseId}"`);
});

test("recorded training beside a practice measure: what nobody counted is “Not recorded”, and nothing is claimed of it", async () => {
  const { world, see } = impactWorld();
  const { db, tables } = world;
  db.insert(tables.practiceMeasures)
    .values({
      number: "4",
      name: "Child's voice",
      unit: "% of audited files",
      question: "Is the child heard?",
    })
    .run();
  const points = [
    { measureNumber: "4", period: "2023-04", target: null, outcome: 48 },
    { measureNumber: "4", period: "2024-03", target: 70, outcome: 51 },
  ];
  db.insert(tables.practiceMeasurePoints).values(points).run();
  const record = (id: string, title: string, attended: number | null) => {
    const row = {
      id,
      title,
      activityType: "training",
      audience: null,
      attended,
      note: null,
      sameness: id,
      importedAt: 0,
    };
    db.insert(tables.recordedDeliveries).values(row).run();
    db.insert(tables.recordedDeliveryMeasures).values({ deliveryId: id, measureNumber: "4" }).run();
  };
  record("one", "Never counted", null);
  const none = (await see("/impact")).words;
  expect(none).toMatch(/Never counted 1 Not recorded/);
  expect(none).toContain("For 1 entry nobody wrote down how many came.");
  expect(none).not.toMatch(/\b0 attendances/);
  record("two", "Counted", 0);
  record("three", "Half counted", 7);
  record("four", "Half counted", null);
  const { words, page } = await see("/impact");
  expect(words).toMatch(/Counted 1 0 Half counted 2 7 \(1 entry not recorded\) Never counted 1 Not recorded/);
  expect(words).toContain(
    "48% in April 2023, 51% in March 2024. The target was 70%. Two audits are two points",
  );
  expect(words).toContain("nothing here shows that training moved them");
  expect(words).toContain("with 7 attendances. For 2 entries nobody wrote down how many came.");
  expect(page.html).toMatch(/<h3[^>]*>Is the child heard\?<\/h3>/);
  expect(wordsOf(page)).not.toMatch(/\bRAG\b|\bgreen\b|\bred\b|\bamber\b/i);
});
