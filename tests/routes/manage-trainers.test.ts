// The training pool: who is in it, taking someone in, and approving them.
import { expect, test } from "vitest";
import { action, loader } from "~/routes/manage.trainers/route";
import { addDays } from "~/shared/civil-time";
import { answerOf, webOf } from "../support/web";
import { makeWorld } from "../support/world";

/** A date as its three boxes send it. */
function boxes(date: string) {
  const [year = "", month = "", day = ""] = date.split("-");
  return { "until-day": String(Number(day)), "until-month": String(Number(month)), "until-year": year };
}

function poolWorld() {
  const world = makeWorld();
  const web = webOf(world);
  const see = async (query = "", as: string = world.coordinator) =>
    loader(await web.visit(`/manage/trainers${query}`, { as }));
  const send = async (form: Record<string, string>, as: string = world.coordinator) =>
    answerOf(action(await web.visit("/manage/trainers", { as, form })));
  const errorsOf = (answer: { data: unknown }) => (answer.data as { form: { errors: unknown } }).form.errors;
  return { ...world, see, send, errorsOf };
}

test("someone with an account joins the pool by their address, in whatever case it is typed", async () => {
  const world = poolWorld();
  const person = world.person({ name: "Nora New" });
  const email = `${person}@POLICE.example.org`;
  const answer = await world.send({ intent: "add", email, kind: "practitioner" });
  expect(answer).toMatchObject({ status: 302, to: `/manage/trainers?done=added&person=${person}` });
  const page = await world.see(`?done=added&person=${person}`);
  expect(page).toMatchObject({
    chosen: person,
    done: "They are in the pool. Now approve them for a course.",
  });
  expect(page.pool).toMatchObject([{ name: "Nora New", kind: "practitioner", approvals: [] }]);
  const again = await world.send({ intent: "add", email, kind: "practitioner" });
  expect(world.errorsOf(again)).toEqual({
    email: ["Enter another address: this person is in the pool already"],
  });
});

test("an address without an account, and an empty form, are told at their fields", async () => {
  const world = poolWorld();
  const unknown = await world.send({ intent: "add", email: "nobody@example.org", kind: "practitioner" });
  expect(unknown).toMatchObject({ status: 400, data: { form: { values: { email: "nobody@example.org" } } } });
  expect(world.errorsOf(unknown)).toEqual({
    email: ["Enter the address of someone who has an account. Ask them to register first."],
  });
  const empty = await world.send({ intent: "add", email: "" });
  expect(world.errorsOf(empty)).toEqual({
    email: ["Enter their work email address"],
    kind: ["Select how they teach"],
  });
});

test("an approval is recorded, and doing it again moves its last day", async () => {
  const world = poolWorld();
  const trainer = world.trainer();
  for (const until of [addDays(world.today, 30), addDays(world.today, 60)]) {
    const form = { intent: "approve", personId: trainer, courseId: "course", ...boxes(until) };
    expect(await world.send(form)).toMatchObject({ status: 302, to: "/manage/trainers?done=approved" });
    expect((await world.see()).pool[0]?.approvals).toMatchObject([{ courseTitle: "Neglect", until }]);
  }
});

test("an approval that cannot be is told at its field", async () => {
  const world = poolWorld();
  const trainer = world.trainer();
  const form = {
    intent: "approve",
    personId: trainer,
    courseId: "course",
    ...boxes(addDays(world.today, 30)),
  };
  const refused = async (mistake: Record<string, string>) =>
    world.errorsOf(await world.send({ ...form, ...mistake }));
  expect(await refused(boxes(addDays(world.today, -1)))).toEqual({
    until: ["Enter a last day that is today or later"],
  });
  expect(await refused(boxes("2026-02-30"))).toHaveProperty("until");
  expect(await refused({ courseId: "no such course" })).toEqual({
    courseId: ["Select a course from the list"],
  });
  expect(await refused({ personId: world.person() })).toEqual({
    personId: ["Select someone who is in the training pool"],
  });
  expect(await refused({ personId: "", courseId: "", "until-day": "" })).toEqual({
    personId: ["Select a trainer"],
    courseId: ["Select a course"],
    until: ["Enter the last day of the approval, such as 31 8 2027"],
  });
});

test("the pool is for coordinators", async () => {
  const world = poolWorld();
  const trainer = world.trainer();
  expect(await answerOf(world.see("", trainer))).toMatchObject({ status: 403 });
  expect(
    await world.send({ intent: "add", email: "a@example.org", kind: "practitioner" }, trainer),
  ).toMatchObject({ status: 403 });
});
