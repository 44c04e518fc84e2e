// Coordinators give letters other words, see who changed what, and go back.
import { wordings } from "db/schema";
import { composer } from "emails/compose";
import { sampleHouse } from "emails/samples";
import { cameWith } from "emails/wording-desk";
import { describe, expect, it } from "vitest";
import type { Words } from "~/domain/notifications/notifications";
import {
  currentWords,
  deliverDue,
  listChangedWordings,
  listWordings,
  restoreWording,
  saveWording,
} from "~/domain/notifications/notifications.server";
import { hours } from "~/shared/clock";
import { Forbidden, NotFound } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { digestOf, watch } from "../support-check/ledger";
import { post, scripted } from "./support";

const kind = "booking waiting";
const came = cameWith(kind);
const words: Words = { ...came.words, heading: "You are in the queue" };

function setting() {
  const world = makeWorld();
  const admin = world.person({ name: "Administrator", roles: ["admin"] });
  const coordinate = world.as(world.coordinator);
  const save = (given: Partial<Words> = {}, basedOn: number | null = null, by = coordinate) =>
    saveWording(by, { kind, words: { ...words, ...given }, basedOn, cameWith: came });
  const newest = () => listWordings(coordinate, kind)[0];
  return { world, admin, coordinate, save, newest };
}

describe("saving", () => {
  it("makes them the words in use, with one entry that says which parts and not what they say", () => {
    const { world, coordinate, save } = setting();
    const added = watch(world);
    expect(save({ body: `  ${came.words.body}\r\n\r\nMore.\n` })).toEqual({ ok: true, value: null });
    expect(currentWords(world, kind)).toEqual({ ...words, body: `${came.words.body}\n\nMore.` });
    expect(currentWords(world, "booking offered")).toBeNull();
    expect(added().messages).toEqual([]);
    expect(added().audit).toMatchObject([
      {
        action: "notifications.wording saved",
        actorPersonId: world.coordinator,
        subjectKind: "wording",
        subjectId: kind,
        detail: { kind, fields: ["heading", "body"] },
      },
    ]);
    expect(JSON.stringify(added().audit)).not.toContain("More.");
    expect([...listChangedWordings(coordinate)]).toEqual([[kind, world.clock.now()]]);
  });

  it("said again, or of what is in use anyway, changes nothing", () => {
    const { world, save, newest } = setting();
    expect(save({ heading: came.words.heading }).ok).toBe(true);
    expect(world.db.select().from(wordings).all()).toEqual([]);
    save();
    const before = digestOf(world.db);
    expect(save().ok).toBe(true);
    expect(save({}, newest()?.id ?? null).ok).toBe(true);
    expect(digestOf(world.db)).toBe(before);
  });

  it("refuses words that no letter could be made with", () => {
    const { world, save } = setting();
    const before = digestOf(world.db);
    expect(save({ subject: "", body: "{{turn}} {{nobody}}" })).toEqual({
      ok: false,
      reason: [
        { field: "subject", problem: "empty" },
        { field: "body", problem: "unknown", name: "nobody" },
        { field: "body", problem: "missing", name: "details" },
        { field: "body", problem: "missing", name: "booking" },
      ],
    });
    expect(digestOf(world.db)).toBe(before);
  });

  it("does not overwrite unseen what somebody else saved meanwhile", () => {
    const { world, admin, save, newest } = setting();
    expect(save({}, null, world.as(admin)).ok).toBe(true);
    expect(save({ heading: "Mine" })).toEqual({ ok: false, reason: "changed meanwhile" });
    expect(save({ heading: "Mine" }, newest()?.id ?? null).ok).toBe(true);
    expect(newest()?.words?.heading).toBe("Mine");
  });
});

describe("going back", () => {
  it("to the words it came with is one more entry; said again, nothing", () => {
    const { world, coordinate, save, newest } = setting();
    save();
    const added = watch(world);
    restoreWording(coordinate, kind);
    restoreWording(coordinate, kind);
    expect(currentWords(world, kind)).toBeNull();
    expect([...listChangedWordings(coordinate)]).toEqual([]);
    expect(added().audit).toMatchObject([
      { action: "notifications.wording restored", subjectId: kind, detail: { kind } },
    ]);
    expect(newest()).toMatchObject({ words: null, savedBy: "Coordinator" });
  });

  it("keeps the history, newest first, with who and when", () => {
    const { world, admin, coordinate, save, newest } = setting();
    save();
    save({ heading: "Second" }, newest()?.id ?? null, world.as(admin));
    expect(listWordings(coordinate, kind).map(({ words: had, savedBy }) => [had?.heading, savedBy])).toEqual([
      ["Second", "Administrator"],
      ["You are in the queue", "Coordinator"],
    ]);
  });
});

describe("who may", () => {
  it("are coordinators and administrators; nobody else reads, saves or restores", () => {
    const { world, save } = setting();
    save();
    const before = digestOf(world.db);
    const others = (["agency_lead", "trainer", "sdg_member", "scrutineer"] as const).map((role) =>
      world.as(world.person({ name: role, roles: [role] })),
    );
    const added = digestOf(world.db, ["people", "person_roles"]);
    for (const other of [world.stranger, ...others]) {
      expect(() => save({ heading: "No" }, null, other)).toThrow(Forbidden);
      expect(() => restoreWording(other, kind)).toThrow(Forbidden);
      expect(() => listWordings(other, kind)).toThrow(Forbidden);
      expect(() => listChangedWordings(other)).toThrow(Forbidden);
    }
    expect(before).toHaveLength(64);
    expect(digestOf(world.db, ["people", "person_roles"])).toBe(added);
  });

  it("is asked of letters that there are", () => {
    const { coordinate } = setting();
    const wording = { kind: "no such letter", words, basedOn: null, cameWith: came };
    expect(() => saveWording(coordinate, wording)).toThrow(NotFound);
    expect(() => restoreWording(coordinate, "no such letter")).toThrow(NotFound);
  });
});

it("the words in use are found by an index, for every letter that is composed", () => {
  const { world } = setting();
  const plan = world.db.$client
    .prepare("explain query plan select id from wordings where kind = ? order by id desc limit 1")
    .all("x");
  expect(JSON.stringify(plan)).toContain("wordings_by_kind");
});

it("letters composed from then on have the saved words; one that was tried before keeps its own", async () => {
  const { world, coordinate, save, newest } = setting();
  const compose = composer(sampleHouse);
  const { transport, letters } = scripted(
    { outcome: "try again", problem: "busy" },
    { outcome: "sent", id: "1" },
  );
  const system = { ...coordinate, actor: { kind: "system" } as const };
  const deliver = () => deliverDue(system, { compose, transport, from: sampleHouse.from });
  save();
  post(system, "booking waiting", { position: 3 });
  await deliver();
  save({ heading: "Later words" }, newest()?.id ?? null);
  world.clock.set(world.clock.now() + hours(1));
  post(system, "booking waiting", { position: 4 });
  await deliver();
  const headings = letters.map(({ html }) => /<h1[^>]*>([^<]*)/.exec(html)?.[1]);
  expect(headings.sort()).toEqual(["Later words", "You are in the queue", "You are in the queue"]);
});
