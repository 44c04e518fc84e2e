// Writing to those on a session: the page, a look before it goes, and what was written.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { siteOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

function aSite() {
  const world = makeWorld();
  const session = world.session();
  const learner = world.person({ name: "Lou Learner" });
  world.book(session, learner);
  const address = `/manage/sessions/${session}/write`;
  const notes = () => world.db.select().from(world.tables.sessionNotes).all();
  const letters = () =>
    world.db.select().from(world.tables.outbox).where(eq(world.tables.outbox.kind, "session note")).all();
  return { world, learner, session, address, notes, letters, site: siteOf(world) };
}

const words = {
  audience: "booked",
  subject: "Parking",
  body: "Use **this** one:\n\n- <b>behind</b> the hall",
};

test("preview shows who and how it reads, and sends nothing; sending twice sends once", async () => {
  const { world, address, notes, letters, site } = aSite();
  const as = world.coordinator;
  const empty = (await site(address, { as })).html;
  expect(empty).toContain("People with a place");
  expect(empty).not.toContain("People on the waiting list");
  const shown = await site(address, { as, form: { ...words, intent: "preview" } });
  const page = shown.html;
  expect(shown.status).toBe(200);
  expect(page).toContain("Lou Learner");
  expect(page).toContain("<strong>this</strong>");
  expect(page).toContain("&lt;b&gt;behind&lt;/b&gt;");
  expect(page).toContain("Send it to 1 person");
  expect(notes()).toEqual([]);
  const noteId = /name="noteId" value="([^"]+)"/.exec(page)?.[1] ?? "";
  for (let again = 0; again < 2; again++) {
    const sent = await site(address, { as, form: { ...words, noteId, intent: "send" } });
    expect(sent).toMatchObject({ status: 302, to: `${address}?done=sent` });
  }
  expect(notes()).toHaveLength(1);
  expect(letters()).toHaveLength(1);
  expect((await site(`${address}?done=sent`, { as })).html).toContain("Your note is on its way.");
});

test("what is missing is said beside its field, with what was typed", async () => {
  const { world, address, notes, site } = aSite();
  const form = { ...words, body: "", intent: "preview" };
  const answer = await site(address, { as: world.coordinator, form });
  const page = answer.html;
  expect(answer.status).toBe(400);
  expect(page).toContain("There is a problem");
  expect(page).toContain("Enter what you want to say");
  expect(page).toContain('value="Parking"');
  expect(notes()).toEqual([]);
});

test("not for learners, nor for a trainer of another session", async () => {
  const { world, learner, address, site } = aSite();
  expect((await site(address, { as: learner })).status).toBe(403);
  expect((await site(address, { as: world.trainer() })).status).toBe(404);
});
