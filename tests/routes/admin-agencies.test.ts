// Agencies: the list, adding one, and changing one.
import { expect, test } from "vitest";
import { peopleCast } from "../domain/accounts/people-cast";
import { contentOf } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";

function setting() {
  const cast = peopleCast();
  const open = siteOf(cast);
  const add = (form: Record<string, string>, as = cast.admin) => open("/admin/agencies", { form, as });
  const save = (form: Record<string, string>, as = cast.admin) =>
    open("/admin/agencies/police", { form, as });
  return { ...cast, open, add, save };
}

const police = { name: "Police", sector: "police", domains: "police.example.org" };

test("an admin adds an agency and comes to its page; a coordinator only reads the list", async () => {
  const { open, add, coordinator, joiner } = setting();
  joiner("health");
  const added = await add({
    name: "  Tân ac   Achub ",
    sector: "fire",
    domains: "Fire.example.org\r\npolice.example.org",
    id: "chosen-by-me",
  });
  expect(added.to).toMatch(/^\/admin\/agencies\/.+\?done=added$/);
  expect(added.to).not.toContain("chosen-by-me");
  const read = await open("/admin/agencies", { as: coordinator });
  const words = wordsOf(read);
  expect(words).toMatch(/Tân ac Achub fire 0 fire\.example\.org/);
  expect(words).toContain("police.example.org, shared with Police: people pick, and someone confirms them");
  expect(words).toMatch(/Health health 1 at Health 1 at Health None: people pick it/);
  expect(read.html).not.toMatch(/<form method="post" action="\/admin\/agencies"|href="\/admin\/agencies\//);
  expect(brokenReferences(read)).toEqual([]);
  expect((await add({ ...police, name: "Mine" }, coordinator)).status).toBe(403);
});

test("an agency's page says what a shared domain means", async () => {
  const { open, save, admin } = setting();
  await open("/admin/agencies/health", {
    form: { name: "Health", sector: "health", domains: "police.example.org" },
    as: admin,
  });
  const saved = await save({ ...police, name: "Heddlu" });
  expect(saved.to).toBe("/admin/agencies/police?done=changed");
  const page = await open(saved.to ?? "", { as: admin });
  expect(titleOf(page)).toMatch(/^Heddlu/);
  const words = wordsOf(page);
  expect(words).toContain("The agency is changed");
  expect(words).toContain("Health has police.example.org too. An address there does not tell");
  expect(brokenReferences(page)).toEqual([]);
  expect((await open("/admin/agencies/nowhere", { as: admin })).status).toBe(404);
  expect((await open("/admin/agencies/nowhere", { as: admin, form: police })).status).toBe(404);
});

test.each([
  [{ ...police, name: " " }, "Enter the agency’s name", "#field-name"],
  [{ ...police, name: "x".repeat(121) }, "Enter the agency’s name of 120 characters or fewer", "#field-name"],
  [{ ...police, name: "HEALTH" }, "Enter another name: an agency has this one", "#field-name"],
  [{ ...police, sector: "" }, "Enter the sector, such as health", "#field-sector"],
  [{ ...police, domains: "a.example.org\nnot one" }, "“not” is not a domain", "#field-domains"],
  [{ ...police, domains: "gmail.com" }, "Leave “gmail.com” out", "#field-domains"],
  [{ ...police, domains: "gov.uk" }, "Enter more than “gov.uk”", "#field-domains"],
])("%j is refused beside its field, and what was typed stays", async (form, said, to) => {
  const world = setting();
  const before = contentOf(world.db);
  for (const answer of [
    await world.save(form),
    await world.add({ ...form, name: form.name.replace("Police", "New") }),
  ]) {
    expect(answer.status).toBe(400);
    expect(errorSummaryOf(answer)).toMatchObject([{ message: expect.stringContaining(said), to }]);
    expect(titleOf(answer)).toMatch(/^Error: /);
    expect(answer.html).toContain(form.domains);
    expect(brokenReferences(answer)).toEqual([]);
  }
  expect(contentOf(world.db)).toBe(before);
});
