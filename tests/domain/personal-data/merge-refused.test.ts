// Which accounts are not merged, and by whom.
import { describe, expect, test } from "vitest";
import { mergePeople, previewMerge, readMerged } from "~/domain/personal-data/personal-data.server";
import { Forbidden, NotFound } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { contentOf, digestOf } from "../support-check/ledger";
import { adminOf, changePerson, merged } from "./kept-records";
import { wholeLife } from "./whole-life";

describe("a merge is refused", () => {
  test("in words, and then nothing changes", () => {
    const world = makeWorld();
    const person = () => world.person();
    const admin = world.person({ roles: ["admin"] });
    const [erased, gone, disabled] = [person(), person(), person()];
    changePerson(world, erased, { disabledAt: 1, erasedAt: 1 });
    changePerson(world, gone, { disabledAt: 1, mergedIntoId: person() });
    changePerson(world, disabled, { disabledAt: 1 });
    const plain = person();
    const cases = [
      [plain, plain, "same account"],
      [erased, plain, "erased"],
      [plain, erased, "erased"],
      [gone, plain, "already merged"],
      [plain, gone, "already merged"],
      [admin, plain, "your own account"],
      [plain, disabled, "the kept account is disabled"],
    ] as const;
    const before = contentOf(world.db);
    for (const [fromId, intoId, reason] of cases) {
      expect(mergePeople(world.as(admin), { fromId, intoId })).toEqual({ ok: false, reason });
      expect(previewMerge(world.as(admin), { fromId, intoId }).refusal).toBe(reason);
    }
    expect(contentOf(world.db)).toBe(before);
    // The other way round is fine: a leaver who came back under another address; and so are two leavers.
    merged(world, disabled, plain, world.as(admin));
    merged(world, plain, admin, world.as(admin));
  });

  test("a second time, which is harmless", () => {
    const world = makeWorld();
    const { id: fromId } = wholeLife(world);
    const intoId = world.person();
    const ctx = adminOf(world);
    merged(world, fromId, intoId, ctx);
    const after = digestOf(world.db);
    expect(mergePeople(ctx, { fromId, intoId })).toEqual({ ok: false, reason: "already merged" });
    expect(digestOf(world.db)).toBe(after);
  });

  test("to anyone but an administrator, the system included", () => {
    const world = makeWorld();
    const ids = { fromId: world.person(), intoId: world.person() };
    const roles = ["coordinator", "agency_lead", "trainer", "sdg_member", "scrutineer"] as const;
    const others = roles.map((role) => world.as(world.person({ roles: [role] })));
    const admin = adminOf(world);
    const before = contentOf(world.db);
    for (const ctx of [...others, world.as(ids.intoId), world.asSystem, world.stranger]) {
      expect(() => mergePeople(ctx, ids)).toThrow(Forbidden);
      expect(() => previewMerge(ctx, ids)).toThrow(Forbidden);
      expect(() => readMerged(ctx, ids)).toThrow(Forbidden);
    }
    expect(() => mergePeople(admin, { ...ids, fromId: "nobody" })).toThrow(NotFound);
    expect(() => mergePeople(admin, { ...ids, intoId: "nobody" })).toThrow(NotFound);
    expect(contentOf(world.db)).toBe(before);
  });
});
