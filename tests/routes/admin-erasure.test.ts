// Erasing a person: what goes and stays, what has to be settled first, and the address typed to be sure.
import { expect, test } from "vitest";
import { assignTrainer } from "~/domain/sessions/sessions.server";
import { changePerson, personRow } from "../domain/personal-data/kept-records";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

function erasureWorld() {
  const world = makeWorld();
  const admin = world.person({ name: "Admin", roles: ["admin"] });
  const petra = world.person({ name: "Petra Plain" });
  changePerson(world, petra, { email: "petra@police.example.org" });
  const path = `/admin/people/${petra}/erasure`;
  return { ...world, world, admin, petra, path, visit: siteOf(world) };
}

test("says what goes and what stays, and erases once the address is typed", async () => {
  const { world, admin, petra, path, visit } = erasureWorld();
  const page = await visit(path, { as: admin });
  expect(titleOf(page)).toBe("Erase a person – Joint training");
  expect(brokenReferences(page)).toEqual([]);
  for (const words of [
    "Erase Petra Plain",
    "This cannot be undone.",
    "What goes",
    "What stays",
    "complaints about",
  ])
    expect(wordsOf(page)).toContain(words);
  const answer = await visit(path, {
    as: admin,
    form: { intent: "erase", email: " PETRA@police.example.org " },
  });
  expect(answer).toMatchObject({ status: 303, to: `${path}?done=erased` });
  expect(personRow(world, petra)).toMatchObject({ name: "Erased person", erasedAt: world.clock.now() });
  const after = await visit(answer.to ?? "", { as: admin });
  expect(wordsOf(after)).toContain("This person is erased");
  expect(wordsOf(after)).toContain("Erased on 3 November 2026.");
  expect(after.html).not.toContain("Petra");
  expect(after.html).not.toContain('value="erase"');
  // Sent again from a page that was still open.
  const again = await visit(path, {
    as: admin,
    form: { intent: "erase", email: "petra@police.example.org" },
  });
  expect(again.status).toBe(303);
});

test.each([
  ["", "Enter the person’s email address"],
  ["petra@police.example.com", "Enter the address exactly as it stands on this page"],
])("the address typed as %j is refused at its field", async (email, message) => {
  const { world, admin, petra, path, visit } = erasureWorld();
  const refused = await visit(path, { as: admin, form: { intent: "erase", email } });
  expect(refused.status).toBe(400);
  expect(titleOf(refused)).toMatch(/^Error: /);
  expect(errorSummaryOf(refused)).toEqual([{ message, to: "#field-email" }]);
  expect(brokenReferences(refused)).toEqual([]);
  if (email) expect(refused.html).toContain(`value="${email}"`);
  expect(personRow(world, petra)?.erasedAt).toBeNull();
});

test("bookings to come are cancelled first, on the same page", async () => {
  const { world, admin, petra, path, visit } = erasureWorld();
  world.book(world.session(), petra);
  const page = await visit(path, { as: admin });
  expect(brokenReferences(page)).toEqual([]);
  expect(wordsOf(page)).toContain("This person has bookings to come. Cancel them first.");
  expect(wordsOf(page)).toContain("Neglect, 17 November 2026: confirmed");
  expect(page.html).not.toContain('value="erase"');
  const email = "petra@police.example.org";
  const refused = await visit(path, { as: admin, form: { intent: "erase", email } });
  expect(errorSummaryOf(refused)).toEqual([
    { message: "This person has bookings to come. Cancel them first.", to: null },
  ]);
  const cancelled = await visit(path, { as: admin, form: { intent: "cancel" } });
  expect(cancelled).toMatchObject({ status: 303, to: `${path}?done=cancelled` });
  const after = await visit(cancelled.to ?? "", { as: admin });
  expect(wordsOf(after)).toContain("Their bookings are cancelled.");
  expect(after.html).toContain('value="erase"');
  expect((await visit(path, { as: admin, form: { intent: "erase", email } })).status).toBe(303);
});

test("a booking under way cannot be cancelled, and the page says when to come back", async () => {
  const { world, admin, petra, path, visit } = erasureWorld();
  world.book(world.session(), petra);
  world.clock.forward(world.days(14));
  const page = wordsOf(await visit(path, { as: admin }));
  expect(page).toContain("It has begun, so it cannot be cancelled. Come back when it is over");
  expect(page).not.toContain("Cancel 1 booking");
});

test("someone who teaches is not erased; nor an account that another took over, nor oneself", async () => {
  const { world, admin, petra, path, visit } = erasureWorld();
  const trainer = world.trainer("Tess Trainer");
  const sessionId = world.session();
  assignTrainer(world.asSystem, { sessionId, personId: trainer, part: "lead", agreed: true });
  const teaching = await visit(`/admin/people/${trainer}/erasure`, { as: admin });
  expect(brokenReferences(teaching)).toEqual([]);
  expect(wordsOf(teaching)).toContain("This person teaches sessions to come.");
  expect(teaching.html).toContain(`href="/sessions/${sessionId}"`);

  changePerson(world, petra, { disabledAt: 1, mergedIntoId: trainer });
  const merged = await visit(path, { as: admin });
  expect(wordsOf(merged)).toContain("Another account took this one over.");
  expect(merged.html).toContain(`href="/admin/people/${trainer}/erasure"`);
  expect(wordsOf(await visit(`/admin/people/${trainer}/erasure`, { as: admin }))).toContain(
    "This account took over petra@police.example.org. That account is erased with it.",
  );
  const own = await visit(`/admin/people/${admin}/erasure`, { as: admin });
  expect(wordsOf(own)).toContain("You cannot erase yourself. Ask another administrator.");
});

test("is for administrators; an account that is not there is not found", async () => {
  const { world, admin, petra, path, coordinator, visit } = erasureWorld();
  for (const form of [
    undefined,
    { intent: "erase", email: "petra@police.example.org" },
    { intent: "cancel" },
  ])
    expect(
      (await visit(path, { as: coordinator, form: form as Record<string, string> | undefined })).status,
    ).toBe(403);
  expect((await visit(path)).to).toBe(`/sign-in?to=${encodeURIComponent(path)}`);
  for (const form of [undefined, { intent: "erase", email: "x" }, { intent: "cancel" }])
    expect(
      (
        await visit("/admin/people/nobody/erasure", {
          as: admin,
          form: form as Record<string, string> | undefined,
        })
      ).status,
    ).toBe(404);
  expect(personRow(world, petra)?.name).toBe("Petra Plain");
});
