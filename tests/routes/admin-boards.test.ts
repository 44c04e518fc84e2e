// Boards and strategic delivery groups: seen, changed, and refused with words.
import { expect, test } from "vitest";
import { listBoards, listDeliveryGroups } from "~/domain/accounts/accounts.server";
import { peopleCast } from "../domain/accounts/people-cast";
import { contentOf } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";

function setting() {
  const cast = peopleCast();
  const open = siteOf(cast);
  const send = (query: string, form: Record<string, string | string[]>) =>
    open(`/admin/boards${query}`, { form, as: cast.admin });
  return { ...cast, open, send };
}

const kids = { intent: "board", name: "Plant", concern: "plant", shape: "diamond", colour: "#4b1d3f" };

test("the page lists boards and groups, each with the way to change it", async () => {
  const { open, send, admin } = setting();
  await send("", { intent: "group", groupName: "Workforce", boards: "KIDS" });
  const page = await open("/admin/boards", { as: admin });
  expect(wordsOf(page)).toContain("Children's board KIDS children Change Children's board");
  expect(wordsOf(page)).toMatch(/Workforce KIDS ?Children's board Change Workforce/);
  expect(page.html).toContain('href="/admin/boards?board=KIDS"');
  expect(brokenReferences(page)).toEqual([]);
  const unknown = await open("/admin/boards?board=NONE&group=none&done=constructor", { as: admin });
  expect(wordsOf(unknown)).toContain("Add a strategic delivery group");
});

test("a board is changed; its code and place stay, whatever the form says", async () => {
  const world = setting();
  const { open, send, admin } = world;
  const shown = await open("/admin/boards?board=KIDS", { as: admin });
  expect(titleOf(shown)).toMatch(/^Boards and groups/);
  expect(shown.html).toContain('value="#0b5772"');
  expect(brokenReferences(shown)).toEqual([]);
  const saved = await send("?board=KIDS", { ...kids, code: "MINE", position: "9" });
  expect(saved.to).toBe("/admin/boards?done=board");
  expect(wordsOf(await open(saved.to ?? "", { as: admin }))).toContain("The board is changed");
  expect(listBoards(world)[0]).toEqual({
    code: "KIDS",
    name: "Plant",
    concern: "plant",
    shape: "diamond",
    colour: "#4b1d3f",
    position: 1,
  });
});

test.each([
  [{ colour: "#ffdd00" }, "Enter a darker colour: this one is too hard to see on white", "#field-colour"],
  [{ colour: "red" }, "Enter a colour as # and six digits", "#field-colour"],
  [{ shape: "square" }, "Select another shape", "#field-shape"],
  [{ shape: "star" }, "Select a shape", "#field-shape"],
  [{ name: "adults' BOARD" }, "Enter another name", "#field-name"],
  [{ concern: "" }, "Enter whom the board is concerned with", "#field-concern"],
])("%j is refused beside its field", async (mistake, said, to) => {
  const world = setting();
  const before = contentOf(world.db);
  const answer = await world.send("?board=KIDS", { ...kids, ...mistake });
  expect(answer.status).toBe(400);
  expect(errorSummaryOf(answer)).toMatchObject([{ message: expect.stringContaining(said), to }]);
  expect(brokenReferences(answer)).toEqual([]);
  expect(contentOf(world.db)).toBe(before);
  expect((await world.send("?board=NONE", kids)).status).toBe(404);
});

test("a group is added and changed, and refused with words", async () => {
  const world = setting();
  const { open, send, as, admin } = world;
  const added = await send("", { intent: "group", groupName: "Workforce", boards: ["KIDS", "ADULT"] });
  expect(added.to).toBe("/admin/boards?done=added");
  const id = listDeliveryGroups(as(admin))[0]?.id ?? "";
  const shown = await open(`/admin/boards?group=${id}`, { as: admin });
  expect(shown.html.match(/checked=""/g)).toHaveLength(2);
  const saved = await send(`?group=${id}`, { intent: "group", groupName: "Workforce" });
  expect(saved.to).toBe("/admin/boards?done=group");
  expect(listDeliveryGroups(as(admin))).toMatchObject([{ id, boards: [] }]);
  const before = contentOf(world.db);
  const twice = await send("", { intent: "group", groupName: "WORKFORCE" });
  expect(errorSummaryOf(twice)).toEqual([
    { message: "Enter another name: a group has this one", to: "#field-groupName" },
  ]);
  const stray = await send("", { intent: "group", groupName: "Other", boards: "NONE" });
  expect(errorSummaryOf(stray)).toEqual([{ message: "Select boards from the list", to: "#field-boards" }]);
  expect((await send("", {})).status).toBe(400);
  expect((await send("?group=none", { intent: "group", groupName: "Other" })).status).toBe(404);
  expect(contentOf(world.db)).toBe(before);
});
